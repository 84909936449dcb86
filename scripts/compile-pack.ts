import { Lexicon } from '../src/analyse/lexicon.ts';
import { compilePack, compileVocabulary } from '../src/load/compile.ts';
import { readPack } from '../src/load/pack.ts';
import { RuleSet } from '../src/match/rule-set.ts';
import { compileWords } from '../src/analyse/spelling.ts';
import { pack as packed } from '../src/load/packed.ts';
import { englishWords } from './english-words.ts';

/** Reads and checks the pack in `folder`: the JSON of its rules, and as bytes its vocabularies and all that a run matches by. */
export function compiledFiles(folder: string) {
  const pack = readPack(folder);
  const lexicon = new Lexicon(pack.vocabularies);
  const phrases = new RuleSet(pack.rules, lexicon).compile(pack.rules);
  const compiled = lexicon.compile();
  const people = { ...compiled.people, english: englishWords(compiled.people) };
  return {
    pack: compilePack(pack),
    matchers: packed({ lexicon: { ...compiled, people }, phrases, words: compileWords() }),
    vocabularies: packed(Object.fromEntries(pack.vocabularies.map((vocabulary) => [vocabulary.id, JSON.stringify(compileVocabulary(vocabulary))]))),
  };
}
