import { onlyName, type PeopleLexicon } from './lexicon.ts';
import type { NameMention } from './names.ts';
import { GRAMMAR } from './words.ts';

/** `#ThankJoseRamirez`, `@maria_lopez`: words run together, told apart by capitals or underscores. */
export function handles(text: string, lexicon: PeopleLexicon): NameMention[] {
  const found: NameMention[] = [];
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_./@])[#@]([\p{L}\p{N}_.]{4,40})/gu)) {
    // "@vendor/portal": a package.
    if (match[0].startsWith('@') && /^[/@]/.test(text.slice(match.index + match[0].length))) continue;
    // The words of markup and of styles.
    if (/^@(?:type|id|context|graph|media|import|param|returns?|font-face|keyframes|supports|include|mixin|example|deprecated)\b/i.test(match[0])) continue;
    const cut = match[1]!.split(/(?<=\p{Ll})(?=\p{Lu})|[_.\d]+/u).filter(Boolean).map((part) => part.toLowerCase());
    const parts = cut.flatMap((part) => runTogether(part, lexicon));
    const at = parts.findIndex((part, k) => onlyName(lexicon, part) && parts[k + 1] !== undefined && !lexicon.ordinary.has(parts[k + 1]!) && !GRAMMAR.has(parts[k + 1]!));
    // "#MakaylaBrenner": two words with capitals, a surname behind one that is nothing else.
    const strange = at < 0 && cut.length === 2 && lexicon.isSurname(cut[1]!) && !lexicon.ordinary.has(cut[1]!) && lexicon.isUnheard(cut[0]!) ? 0 : -1;
    const thanked = cut.findIndex((part, k) => k > 0 && THANKS.has(cut[k - 1]!) && onlyName(lexicon, part));
    // "#TeamHolly"
    if (at < 0 && thanked > 0 && match[0].startsWith('#')) found.push({ start: match.index, end: match.index + match[0].length, form: 'handle', handle: match[0], strength: 0.6, given: cut[thanked]! });
    if (at < 0 && match[0].startsWith('@')) found.push({ start: match.index, end: match.index + match[0].length, form: 'handle', handle: match[0], strength: 0.5 });
    if (strange >= 0 && match[0].startsWith('#')) found.push({ start: match.index, end: match.index + match[0].length, form: 'handle', handle: match[0], strength: 0.7, given: cut[0]!, surname: cut[1]! });
    if (at >= 0) found.push({ start: match.index, end: match.index + match[0].length, form: 'handle', handle: match[0], strength: 0.8, given: parts[at]!, surname: parts[at + 1]! });
  }
  return found;
}

/** What comes before a name in a hashtag. */
const THANKS = new Set(['thank', 'thanks', 'you', 'team', 'go', 'for', 'with', 'love', 'congrats', 'meet', 'bravo', 'strong', 'our', 'remember', 'remembering']);

/** `coreywainwright` → `corey`, `wainwright`, where both are known; the word itself otherwise. */
function runTogether(word: string, lexicon: PeopleLexicon): string[] {
  if (word.length < 8 || lexicon.ordinary.has(word)) return [word];
  for (let cut = word.length - 3; cut >= 3; cut--) {
    const [first, last] = [word.slice(0, cut), word.slice(cut)];
    if (onlyName(lexicon, first) && lexicon.surnames.has(last) && !lexicon.ordinary.has(last)) return [first, last];
  }
  return [word];
}
