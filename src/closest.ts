/** Returns the known word that was probably meant, or undefined when none is near. Letter case does not count. */
export function closest(word: string, known: Iterable<string>): string | undefined {
  // A pasted paragraph is not a misspelt name, and the table below is quadratic.
  if (word.length > 100) return undefined;
  const meant = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(meant.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(meant, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** A hint for an error: `Did you mean "x"?`, or else the known words when they are few. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const words = [...known];
  const meant = closest(word, words);
  if (meant !== undefined) return `Did you mean "${meant}"?`;
  return words.length > 0 && words.length <= 20 ? `Known: ${words.join(', ')}.` : undefined;
}

/** Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}
