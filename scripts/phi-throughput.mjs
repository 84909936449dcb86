// Measures how fast patients are looked for: MB of files per CPU-second, without reading, parsing and the rules, in this one process.
// The first round is slower, since code is compiled in it. Usage: npm run build && node scripts/phi-throughput.mjs [FOLDER]
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('scripts/phi-throughput.ts');
