// Words are numbered by the build before any other code asks for one, in whichever order test files run.
import '../src/lint.ts';
