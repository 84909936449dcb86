import type { Draft, MarkdownNode } from './markdown-node.ts';

/** A run of `*`, `_` or `~~` that may open or close emphasis; it becomes plain text when it does neither. */
export interface Run extends Draft {
  readonly type: 'run';
  value: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

export type Item = MarkdownNode | Run;

const isRun = (item: Item): item is Run => item.type === 'run';

/** Turns the runs among `items` into emphasis, in place, and those that are left into text. */
export function resolveRuns(items: Item[], strikesFirst = true): MarkdownNode[] {
  if (items.some(isRun)) {
    if (strikesFirst) resolveStrikes(items);
    resolveEmphasis(items);
    if (!strikesFirst) resolveStrikes(items);
    for (const item of items) if (isRun(item)) (item as Draft).type = 'text';
  }
  return items;
}

function resolveEmphasis(items: Item[]): void {
  for (let index = 0; index < items.length; index++) {
    const closer = items[index]!;
    if (!isRun(closer) || !closer.closes || closer.value[0] === '~') continue;
    for (let open = index - 1; open >= 0; open--) {
      const opener = items[open]!;
      if (!isRun(opener) || !opener.opens || opener.value[0] !== closer.value[0] || isOdd(opener, closer)) continue;
      const used = opener.value.length > 1 && closer.value.length > 1 ? 2 : 1;
      const group: MarkdownNode = {
        type: used === 2 ? 'strong' : 'emphasis',
        from: opener.to - used,
        to: closer.from + used,
        children: resolveRuns(items.slice(open + 1, index)),
      };
      opener.to -= used;
      opener.value = opener.value.slice(used);
      closer.from += used;
      closer.value = closer.value.slice(used);
      const left: Item[] = [group];
      if (opener.value !== '') left.unshift(opener);
      if (closer.value !== '') left.push(closer);
      items.splice(open, index - open + 1, ...left);
      index = open + left.length - (closer.value === '' ? 1 : 2);
      break;
    }
  }
}

/** The rule of three, which keeps `*a**b*` from being read in an unlikely way. */
function isOdd(opener: Run, closer: Run): boolean {
  const sum = opener.value.length + closer.value.length;
  return (opener.closes || closer.opens) && closer.value.length % 3 !== 0 && sum % 3 === 0;
}

function resolveStrikes(items: Item[]): void {
  for (let index = 0; index < items.length; index++) {
    const closer = items[index]!;
    if (!isRun(closer) || !closer.closes || closer.value[0] !== '~') continue;
    for (let open = index - 1; open >= 0; open--) {
      const opener = items[open]!;
      if (!isRun(opener) || !opener.opens || opener.value[0] !== '~') continue;
      const children = resolveRuns(items.slice(open + 1, index));
      items.splice(open, index - open + 1, { type: 'delete', from: opener.from, to: closer.to, children });
      index = open;
      break;
    }
  }
}
