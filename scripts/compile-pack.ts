import { Lexicon } from '../src/analyse/lexicon.ts';
import { compilePack, compileVocabulary } from '../src/load/compile.ts';
import { readPack } from '../src/load/pack.ts';
import { RuleSet } from '../src/match/rule-set.ts';
import { englishWords } from './english-words.ts';

/** Reads and checks the pack in `folder`: the JSON of its rules, with everything that a run matches by, and of its vocabularies. */
export function compiledFiles(folder: string) {
  const pack = readPack(folder);
  const lexicon = new Lexicon(pack.vocabularies);
  const phrases = new RuleSet(pack.rules, lexicon).compilePhrases(pack.rules);
  const compiled = lexicon.compile();
  const people = { ...compiled.people, english: englishWords(compiled.people) };
  return {
    pack: { ...compilePack(pack), matchers: { lexicon: { ...compiled, people }, phrases } },
    vocabularies: pack.vocabularies.map(compileVocabulary),
  };
}
