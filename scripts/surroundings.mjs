// Fits the weights by which src/analyse/people/surroundings.ts tells a patient's name where cues say little, and writes src/analyse/people/name-weights.ts.
// Usage: node scripts/surroundings.mjs FILE.jsonl[=true|false]... [--test FILE.jsonl]... [--write]
//   a file holds one piece of copy a line: text, format, and label: whether it shows a patient; `=true` or `=false` labels all of a file
//   --test   tell how names that cues leave in doubt are told apart there; fits nothing to them
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('scripts/surroundings/fit.ts');
