import type { Document, Range } from '../../rule.ts';
import type { Lines } from '../lines.ts';

const ONLY_TAGS = /^(?:\s{0,200}<[^<>]{1,2000}>){1,50}\s*$/;

/** Finds the line that `disable-next-line` is about: the next that holds more than white space, comments to promolint, and tags. */
export class NextLine {
  readonly #source: string;
  /** Starts of lines with comments to promolint. */
  readonly #comments: ReadonlySet<number>;
  /** Starts of lines with copy, or with a tag that some rule judges and that the comment may be about. */
  readonly #content: ReadonlySet<number>;
  /** What was found for a line once, so that a thousand comments under one another cost no more than a thousand steps. */
  readonly #known = new Map<number, Range>();

  constructor(
    { source, blocks, elements }: Document,
    readonly lines: Lines,
    comments: readonly { readonly at: Range }[],
  ) {
    this.#source = source;
    this.#comments = this.#linesOf(comments.map(({ at }) => at));
    const copy = comments.length > 0 ? blocks.filter(({ kind }) => kind !== 'comment').flatMap(({ pieces }) => pieces) : [];
    this.#content = this.#linesOf([...copy, ...(comments.length > 0 ? elements.map(({ from }) => ({ from, to: from })) : [])]);
  }

  /** The line without its end; an empty range at the end of the file when nothing follows. */
  after(offset: number): Range {
    const passed: number[] = [];
    let found: Range | undefined;
    for (let line = this.#next(this.lines.around(offset)); line && !found; line = this.#next(line)) {
      found = this.#known.get(line.from) ?? (this.#isPassedOver(line) ? undefined : line);
      passed.push(line.from);
    }
    found ??= { from: this.#source.length, to: this.#source.length };
    for (const from of passed) this.#known.set(from, found);
    return found;
  }

  #next({ to }: Range): Range | undefined {
    const from = to + (this.#source.startsWith('\r\n', to) ? 2 : 1);
    return from < this.#source.length ? this.lines.around(from) : undefined;
  }

  #isPassedOver({ from, to }: Range): boolean {
    if (this.#comments.has(from)) return true;
    const text = this.#source.slice(from, to);
    return text.trim() === '' || (ONLY_TAGS.test(text) && !this.#content.has(from));
  }

  #linesOf(ranges: readonly Range[]): Set<number> {
    const starts = new Set<number>();
    for (const { from, to } of ranges) {
      for (
        let line: Range | undefined = this.lines.around(from);
        line && (line.from < to || line.from <= from);
        line = this.#next(line)
      )
        starts.add(line.from);
    }
    return starts;
  }
}
