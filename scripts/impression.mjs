// Fits the weights by which src/analyse/impression reads a passage to labelled copy, and writes src/analyse/impression/weights.ts.
// Usage: node scripts/impression.mjs FOLDER|FILE.jsonl[=WEIGHT]... [--onward] [--test FOLDER|FILE.jsonl]... [--write]
//   a folder holds pages labelled as in fixtures/corpus; a file one case a line: text, format, profile, and label, spans or passages
//   WEIGHT   how much each of its passages counts; 1 if absent
//   --onward start from the weights of today and move them no further than these passages insist, where those of before are not at hand
//   --test   tell how passages that no rule marks, and those that one does, are told apart there; fits nothing to them
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('scripts/impression/fit.ts');
