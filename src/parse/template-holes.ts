import type { Format, Range } from '../rule.ts';

/** A template tag: its text is code, and what it prints is unknown. */
export interface Hole extends Range {
  /** It prints something where it stands; a control tag, a comment or a class list prints nothing. */
  readonly prints: boolean;
  /** What stands between the delimiters, trimmed and at most 80 characters long, e.g. `page.title`. */
  readonly value: string;
}

/**
 * Stands for every character of a template tag in masked text. A private-use character: to a Markdown or HTML parser it is a
 * letter like any other, so emphasis, links and attributes around a tag stay what they are.
 */
export const HOLE_FILLER = '\uF8FE';

const FILLER_RUN = new RegExp(`${HOLE_FILLER}+`, 'g');

/** A value with U+FFFC for each template tag in it, as in the text of blocks. */
export const withoutFiller = (value: string): string =>
  value.includes(HOLE_FILLER) ? value.replace(FILLER_RUN, '\uFFFC') : value;

const VALUE_KEPT = 80;
// A tag that does not end within this is a stray delimiter.
const TAG_LENGTH = 4000;
const OPENER = /\{\{|\{%|\{#|\{[:.]|\{[A-Za-z_]|<\?|<%|\$\{|\*\||%%|\[[A-Za-z/]/g;

// Mustache and Handlebars sections, comments and partials; Go template actions; trim marks go before either.
const CONTROL =
  /^[-~]?\s*(?:[#^/!>&]|\$\w+\s*:?=|(?:if|else|end|range|with|define|block|template|partial|partialCached|include|comment|break|continue|end\w+)(?![\w.]))/;
const PHP_PRINTS = /^<\?=|^<\?(?:php)?\s+(?:echo|print|the_\w+|_e|esc_\w+)\b/;
// Tags around text that is not copy: developer notes, code samples, Shopify settings.
const DROPPED_BODY = /^\{%-?\s*(comment|highlight|schema|javascript|stylesheet)\b/;

const SIMPLE = {
  javascript: /\$\{[^{}\n]{1,200}\}/y,
  mailchimp: /\*\|[\w:.= -]{1,60}\|\*/y,
  salesforce: /%%(?:[A-Za-z_][\w.]{0,60}|=[^%\n]{1,200}=|\[[^%]{1,400}\])%%/y,
  braces: /\{[A-Za-z_][\w.]{1,60}\}/y,
  attributes: /\{(?:[:.]|#(?=[\w-]))[^{}\n]{0,200}\}/y,
  slot: /\[(?:[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){1,6}|(?:[A-Z][A-Za-z]{0,20}[ _]){1,2}(?:NAME|Name|EMAIL|Email|PHONE|Phone|CITY|City|DATE|Date|TIME|Time|ADDRESS|Address)|[FL]?NAME|EMAIL|PHONE|CITY|DATE|TIME|ADDRESS)\](?![([:])/y,
  shortcode: /\[(?:\/[a-z][\w-]{1,40}|[a-z][\w-]{1,40}(?:\s[\w-]{1,40}="[^"\]\n]{0,300}"){1,12}\s?\/?)\](?![([:])/y,
};

type Found = Omit<Hole, 'from'> & { readonly trims?: boolean };

/**
 * Finds the template tags of a file (Liquid, Hugo, Nunjucks, Handlebars, PHP, ERB, JavaScript, kramdown lists, merge slots)
 * and returns the source with each replaced by filler. Same length as `source`, so that offsets hold.
 */
export function maskTemplates(source: string, format: Format = 'html'): { masked: string; holes: Hole[] } {
  const holes: (Hole & Pick<Found, 'trims'>)[] = [];
  const search = new Search(source, format);
  OPENER.lastIndex = 0;
  for (let opener = OPENER.exec(source); opener; opener = OPENER.exec(source)) {
    const found = search.tagAt(opener.index);
    if (!found) {
      // `{{{` and `${{` hold an opener one character further on.
      OPENER.lastIndex = opener.index + 1;
      continue;
    }
    holes.push({ from: opener.index, ...found });
    OPENER.lastIndex = found.to;
  }
  return { masked: mask(source, holes), holes: holes.map(({ trims: _, ...hole }) => hole) };
}

/** Holes that overlap `[from, to)`; `holes` are in order and do not overlap each other. */
export function holesBetween(holes: readonly Hole[], from: number, to: number): readonly Hole[] {
  let low = 0;
  let high = holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holes[middle]!.to <= from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < holes.length && holes[end]!.from < to) end++;
  return holes.slice(low, end);
}

/** Looks for the end of a tag; remembers where each delimiter was last found, so that a stray opener costs nothing. */
class Search {
  private readonly next = new Map<string, number>();

  constructor(
    private readonly source: string,
    private readonly format: Format,
  ) {}

  tagAt(from: number): Found | undefined {
    const { source } = this;
    switch (source.slice(from, from + 2)) {
      case '{{':
        return this.braces(from);
      case '{%':
        return this.liquid(from);
      case '{#':
        return this.simple('attributes', from, false) ?? this.between(from, '{#', '#}');
      case '{:':
      case '{.':
        return this.simple('attributes', from, false);
      case '<?':
        return this.php(from);
      case '<%':
        return this.between(from, '<%', '%>', source[from + 2] === '=');
      case '${':
        return this.simple('javascript', from, true);
      case '*|':
        return this.simple('mailchimp', from, !/^\*\|(?:IF|ELSE|END)/.test(source.slice(from, from + 6)));
      case '%%':
        return this.simple('salesforce', from, source[from + 2] !== '[');
    }
    if (source[from] === '{') return this.simple('braces', from, true);
    return this.simple('slot', from, true) ?? this.simple('shortcode', from, false);
  }

  private simple(kind: keyof typeof SIMPLE, from: number, prints: boolean): Found | undefined {
    const pattern = SIMPLE[kind];
    pattern.lastIndex = from;
    const match = pattern.exec(this.source);
    if (!match) return undefined;
    return { to: from + match[0].length, prints, value: short(match[0].replace(/^\W{1,3}|\W{1,3}$/g, '')) };
  }

  private braces(from: number): Found | undefined {
    const { source } = this;
    if (source[from + 2] === '{') return this.between(from, '{{{', '}}}', true);
    if (source[from + 2] === '<') return this.between(from, '{{<', '>}}');
    if (source[from + 2] === '%') return this.between(from, '{{%', '%}}');
    const tag = this.between(from, '{{', '}}', true);
    if (!tag) return undefined;
    const inner = source.slice(from + 2, tag.to - 2);
    // A second opener inside says that the first one is stray.
    if (inner.includes('{{')) return undefined;
    return CONTROL.test(inner) ? { ...tag, prints: false, trims: inner.startsWith('-') || inner.endsWith('-') } : tag;
  }

  private liquid(from: number): Found | undefined {
    const { source } = this;
    const tag = this.between(from, '{%', '%}');
    if (!tag) return undefined;
    const body = DROPPED_BODY.exec(source.slice(from, from + 40))?.[1];
    if (body) {
      const end = this.find(`end${body}`, tag.to);
      const close = end < 0 ? -1 : this.find('%}', end);
      if (close >= 0) return { to: close + 2, prints: false, value: body };
    }
    return { ...tag, trims: source[from + 2] === '-' || source[tag.to - 3] === '-' };
  }

  private php(from: number): Found | undefined {
    const { source } = this;
    if (!/^<\?(?:php\b|=|xml\b|\s)/.test(source.slice(from, from + 6))) return undefined;
    const close = this.find('?>', from);
    const inMarkdown = this.format !== 'html';
    // The last PHP block of a page needs no end. In Markdown it is a code sample, and its end may lie beyond the fence.
    if (inMarkdown && (close < 0 || close - from > TAG_LENGTH || source.slice(from, close).includes('```'))) return undefined;
    const to = close < 0 ? source.length : close + 2;
    return {
      to,
      prints: PHP_PRINTS.test(source.slice(from, from + 40)),
      value: short(source.slice(from + 2, close < 0 ? to : close)),
    };
  }

  private between(from: number, open: string, close: string, prints = false): Found | undefined {
    const end = this.find(close, from + open.length);
    if (end < 0 || end - from > TAG_LENGTH) return undefined;
    return { to: end + close.length, prints, value: short(this.source.slice(from + open.length, end)) };
  }

  private find(delimiter: string, from: number): number {
    let at = this.next.get(delimiter);
    if (at === undefined || (at >= 0 && at < from)) {
      at = this.source.indexOf(delimiter, from);
      this.next.set(delimiter, at);
    }
    return at;
  }
}

const short = (value: string): string =>
  value
    .replace(/^[=\s]+/, '')
    .slice(0, VALUE_KEPT)
    .trimEnd();

function mask(source: string, holes: readonly (Hole & Pick<Found, 'trims'>)[]): string {
  const parts: string[] = [];
  let done = 0;
  let inTag = false;
  const blank = ownLines(source, holes);
  for (const [index, hole] of holes.entries()) {
    const before = source.slice(done, hole.from);
    inTag = endsInTag(before, inTag);
    // Filler would glue an attribute of `<p {% if x %}class="a"{% endif %}>` to its neighbours.
    if (blank.has(index) || (inTag && !hole.prints))
      parts.push(before, source.slice(hole.from, hole.to).replace(/[^\r\n]/g, ' '));
    else parts.push(before, HOLE_FILLER.repeat(hole.to - hole.from));
    done = hole.to;
  }
  parts.push(source.slice(done));
  return parts.join('');
}

/**
 * Control tags with a line for themselves: the engine leaves an empty line there, which ends a paragraph. Trim marks
 * (`{%- … -%}`) take the line away with its tag.
 */
function ownLines(source: string, holes: readonly (Hole & Pick<Found, 'trims'>)[]): Set<number> {
  const blank = new Set<number>();
  for (let first = 0; first < holes.length;) {
    let last = first;
    while (last + 1 < holes.length && spaceBetween(source, holes[last]!.to, holes[last + 1]!.from)) last++;
    const group = holes.slice(first, last + 1);
    const alone = opensLine(source, holes[first]!.from) && closesLine(source, holes[last]!.to);
    if (alone && group.every((hole) => !hole.prints && !hole.trims)) for (let i = first; i <= last; i++) blank.add(i);
    first = last + 1;
  }
  return blank;
}

const isInlineSpace = (char: string | undefined) => char === ' ' || char === '\t';
const isLineEnd = (char: string | undefined) => char === '\n' || char === '\r' || char === undefined;

function spaceBetween(source: string, from: number, to: number): boolean {
  while (from < to && isInlineSpace(source[from])) from++;
  return from === to;
}

function opensLine(source: string, at: number): boolean {
  while (isInlineSpace(source[at - 1])) at--;
  return isLineEnd(source[at - 1]);
}

function closesLine(source: string, at: number): boolean {
  while (isInlineSpace(source[at])) at++;
  return isLineEnd(source[at]);
}

function endsInTag(text: string, inTag: boolean): boolean {
  const close = text.lastIndexOf('>');
  for (let open = text.lastIndexOf('<'); open > close; open = open > 0 ? text.lastIndexOf('<', open - 1) : -1) {
    if (/[A-Za-z/]/.test(text[open + 1] ?? '')) return true;
  }
  return close < 0 && inTag;
}
