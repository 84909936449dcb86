// Measures the rules of the build in dist/ on the labelled pages of fixtures/corpus.
// Usage: npm run accuracy -- [--corpus FOLDER] [--rules] [--misses] [--alarms] [--write]
//   --rules   figures of each rule      --misses, --alarms   what was missed, what was wrong
//   --write   keep the figures in figures.json, below which no rule may fall, and which the docs show
import { runTypeScript } from './run-typescript.mjs';

await runTypeScript('scripts/accuracy.ts');
