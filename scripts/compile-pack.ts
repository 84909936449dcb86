import { Lexicon } from '../src/analyse/lexicon.ts';
import { compilePack, compileVocabulary, wordings } from '../src/load/compile.ts';
import { readPack } from '../src/load/pack.ts';
import { compileNeeds } from '../src/match/read-needs.ts';
import { RuleSet } from '../src/match/rule-set.ts';
import { lazy } from '../src/match/sift.ts';
import { compileWords, provideWords } from '../src/analyse/spelling.ts';
import { pack as packed } from '../src/load/packed.ts';
import { englishWords } from './english-words.ts';

// Brings all expressions with it.
export { lintText } from '../src/index.ts';
export * as own from '../src/analyse/own.ts';

/** Reads and checks the pack in `folder`: the JSON of its rules, and as bytes what they are worded by, its vocabularies and all that a run matches by. */
export function compiledFiles(folder: string) {
  // Of an earlier build nothing is taken over.
  provideWords(() => undefined);
  const pack = readPack(folder);
  const lexicon = new Lexicon(pack.vocabularies);
  const phrases = new RuleSet(pack.rules, lexicon).compile(pack.rules);
  const compiled = lexicon.compile(englishWords());
  return {
    pack: compilePack(pack),
    matchers: packed({ lexicon: compiled, phrases, words: compileWords(), needs: compileNeeds(lazy.map(({ pattern }) => pattern)) }),
    wordings: packed(wordings(pack)),
    vocabularies: packed(Object.fromEntries(pack.vocabularies.map((vocabulary) => [vocabulary.id, JSON.stringify(compileVocabulary(vocabulary))]))),
  };
}
