/** English inflection, both ways: forms of a base word for matching, and a base form of a word for look-ups. */

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['is', 'are', 'was', 'were', 'been', 'being', 'am'],
  have: ['has', 'had', 'having'],
  do: ['does', 'did', 'done', 'doing'],
  go: ['goes', 'went', 'gone', 'going'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  take: ['takes', 'took', 'taken', 'taking'],
  make: ['makes', 'made', 'making'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  say: ['says', 'said', 'saying'],
  feel: ['feels', 'felt', 'feeling'],
  find: ['finds', 'found', 'finding'],
  lose: ['loses', 'lost', 'losing'],
  keep: ['keeps', 'kept', 'keeping'],
  leave: ['leaves', 'left', 'leaving'],
  bring: ['brings', 'brought', 'bringing'],
  buy: ['buys', 'bought', 'buying'],
  think: ['thinks', 'thought', 'thinking'],
  fight: ['fights', 'fought', 'fighting'],
  become: ['becomes', 'became', 'becoming'],
  come: ['comes', 'came', 'coming'],
  run: ['runs', 'ran', 'running'],
  grow: ['grows', 'grew', 'grown', 'growing'],
  know: ['knows', 'knew', 'known', 'knowing'],
  show: ['shows', 'showed', 'shown', 'showing'],
  sleep: ['sleeps', 'slept', 'sleeping'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  stand: ['stands', 'stood', 'standing'],
  tell: ['tells', 'told', 'telling'],
  win: ['wins', 'won', 'winning'],
  write: ['writes', 'wrote', 'written', 'writing'],
  shrink: ['shrinks', 'shrank', 'shrunk', 'shrinking'],
  fall: ['falls', 'fell', 'fallen', 'falling'],
  rise: ['rises', 'rose', 'risen', 'rising'],
  beat: ['beats', 'beaten', 'beating'],
  break: ['breaks', 'broke', 'broken', 'breaking'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  drink: ['drinks', 'drank', 'drunk', 'drinking'],
  eat: ['eats', 'ate', 'eaten', 'eating'],
  hold: ['holds', 'held', 'holding'],
  hurt: ['hurts', 'hurting'],
  let: ['lets', 'letting'],
  put: ['puts', 'putting'],
  cut: ['cuts', 'cutting'],
  set: ['sets', 'setting'],
  shed: ['sheds', 'shedding'],
  stop: ['stops', 'stopped', 'stopping'],
  sell: ['sells', 'sold', 'selling'],
  send: ['sends', 'sent', 'sending'],
  spend: ['spends', 'spent', 'spending'],
  teach: ['teaches', 'taught', 'teaching'],
  undergo: ['undergoes', 'underwent', 'undergone', 'undergoing'],
  wear: ['wears', 'wore', 'worn', 'wearing'],
  wake: ['wakes', 'woke', 'woken', 'waking'],
  pay: ['pays', 'paid', 'paying'],
  lie: ['lies', 'lied', 'lay', 'lain', 'lying'],
  die: ['dies', 'died', 'dying'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  melt: ['melts', 'melted', 'melting'],
  quit: ['quits', 'quitting'],
  build: ['builds', 'built', 'building'],
  deal: ['deals', 'dealt', 'dealing'],
  mean: ['means', 'meant', 'meaning'],
  meet: ['meets', 'met', 'meeting'],
  read: ['reads', 'reading'],
  refer: ['refers', 'referred', 'referring'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  man: ['men'], woman: ['women'], child: ['children'], person: ['people', 'persons'], foot: ['feet'], tooth: ['teeth'],
  life: ['lives'], knife: ['knives'], diagnosis: ['diagnoses'], analysis: ['analyses'], study: ['studies', 'studied', 'studying'],
  good: ['better', 'best'], bad: ['worse', 'worst'],
};

const TO_BASE = new Map<string, string>();
for (const [base, forms] of Object.entries(IRREGULAR)) for (const form of forms) if (!TO_BASE.has(form)) TO_BASE.set(form, base);
// Forms that stand for themselves far more often than for the base.
for (const word of ['better', 'best', 'worse', 'worst', 'left', 'found', 'lay', 'saw', 'people', 'drunk', 'felt', 'building', 'meaning', 'meeting', 'feeling'])
  TO_BASE.delete(word);

/** Words that look inflected and are not, and words that have no forms at all. */
const FIXED = new Set(
  ('a an the this his its us is as was has yes always perhaps towards afterwards besides yours ours theirs hers themselves ourselves yourselves less unless ' +
    'plus versus across thus bus gas nothing something anything everything thing during morning evening spring string ring king wing sing bring sting being ' +
    'need bed red feed seed speed bleed breed weed indeed hundred sacred kindred rapid news diabetes rabies series species lens perhaps ' +
    'than that then these those there they we you he she it i me him her them our your their my who whom whose which what when where why how and or but nor so yet ' +
    'if in on at by to of off from with without for not no never ever only just very too also more most much many some any all each every both few own same other another such ' +
    'one two three four five six seven eight nine ten eleven twelve can could may might must shall should will would cannot').split(' '),
);

const VOWEL = /[aeiou]/;
/** Base form of a lower-cased word, by rule: `cures`, `cured`, `curing` → `cure`; unknown shapes stay as they are. */
export function baseForm(word: string): string {
  if (word.endsWith("'s")) return baseForm(word.slice(0, -2));
  if (word.length < 4 || FIXED.has(word)) return TO_BASE.get(word) ?? word;
  const irregular = TO_BASE.get(word);
  if (irregular) return irregular;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s')) return word.slice(0, -1);
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ed') && word.length > 4 && VOWEL.test(word.slice(0, -2))) return restore(word.slice(0, -2));
  if (word.endsWith('ing') && word.length > 5 && VOWEL.test(word.slice(0, -3))) return restore(word.slice(0, -3));
  return word;
}

/** Puts back what `-ed` and `-ing` took: `cur` → `cure`, `stopp` → `stop`, `treat` → `treat`. */
function restore(stem: string): string {
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  // A silent e is lost after c, g, s, u, v, z, after a consonant and l, and after one short syllable's vowel and consonant.
  if (/(?:[cgvzu]|[^aeiou]l|[aeiou]s|[^aeiou]{0,3}[aeiou][rtdkmnp]|at|iz|ur|in)$/.test(stem) && needsE(stem)) return `${stem}e`;
  return stem;
}

function needsE(stem: string): boolean {
  if (/(?:[cvzu]|[^aeiou]l|[^n]g|(?:an|en|ar)g)$/.test(stem)) return !/(?:eal|oal)$/.test(stem);
  if (/(?:[aeiou]{2})[a-z]$/.test(stem)) return /(?:[aeiou]{2})s$/.test(stem) || /(?:ui|ea)[v]$/.test(stem);
  // Two or more syllables ending in vowel + n, r, t, d, l, p, m: visit, open, offer, limit, heal-like; -ate, -ine, -ire, -ure, -ote, -ude keep their e.
  if (/(?:at|iz|ur|ir|ot|ud|id|im|um|ov|os|us|is|as|ak|ik|ok|op|ap|in)$/.test(stem)) return !/(?:it|et|limit|visit|begin|train|gain|explain|obtain|contain|maintain|strain)$/.test(stem);
  return false;
}

/** All forms by which `word` (a base form) may stand in copy, itself included. Over-generation is harmless: odd forms do not occur. */
export function inflections(word: string): readonly string[] {
  if (FIXED.has(word) && !IRREGULAR[word]) return [word];
  const irregular = IRREGULAR[word];
  if (irregular) return [word, ...irregular, `${word}'s`];
  if (!/^[a-z]{2,}$/.test(word)) return [word];
  const forms = [word, `${word}'s`];
  if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`);
  else if (word.endsWith('ie')) forms.push(`${word}s`, `${word}d`, `${word.slice(0, -2)}ying`);
  else if (word.endsWith('ee')) forms.push(`${word}s`, `${word}d`, `${word}ing`);
  else if (word.endsWith('e')) forms.push(`${word}s`, `${word}d`, `${word.slice(0, -1)}ing`);
  else if (/(?:ch|sh|x|s|z)$/.test(word)) forms.push(`${word}es`, `${word}ed`, `${word}ing`);
  else {
    forms.push(`${word}s`, `${word}ed`, `${word}ing`);
    if (/[aeiou][bdgmnprt]$/.test(word)) {
      const last = word.at(-1)!;
      forms.push(`${word}${last}ed`, `${word}${last}ing`);
    }
    if (/[aeiou]l$/.test(word)) forms.push(`${word}led`, `${word}ling`);
  }
  if (/(?:is|iz)e$/.test(word)) {
    const other = word.replace(/(is|iz)e$/, (ending) => (ending === 'ise' ? 'ize' : 'ise'));
    forms.push(other, `${other}s`, `${other}d`, `${other.slice(0, -1)}ing`);
  }
  return forms;
}

/** A word that stands for itself in a phrase pattern: an inflected form (`leading`, `results`) or a fixed word. */
export function isBaseForm(word: string): boolean {
  return IRREGULAR[word] !== undefined || (baseForm(word) === word && !FIXED.has(word));
}
