import type { Range } from '../rule.ts';

/** A JSX tag as MDX writes it. */
export interface JsxTag extends Range {
  /** Empty for a fragment, `<>`. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: readonly JsxAttribute[];
}

export interface JsxAttribute extends Range {
  readonly name: string;
  /** The whole value, with its quotes or braces; missing for a bare name and for `{...spread}`. */
  readonly value?: Range & { readonly kind: 'string' | 'expression' };
}

/** A stretch of JavaScript that stands in copy: an expression, or the parts of one around the JSX that it holds. */
export interface Code extends Range {
  readonly kind: 'expression' | 'around' | 'comment' | 'statement' | 'raw';
}

interface Copy {
  /** How many tags are open since an expression began to write JSX; undefined for the page itself. */
  depth?: number;
}
interface Expression {
  readonly from: number;
  readonly tagsBefore: number;
  readonly codeBefore: number;
  /** Where code went on after the last JSX in it. */
  codeFrom: number;
  braces: number;
}

const COPY = /\\.|`+|~{3,}|<(?=[A-Za-z/>!])|\{|^(?=import\s|export\s)/gms;
const TAG_NAME = /<(\/?)([A-Za-z][\w.:-]{0,80})?/y;
const ATTRIBUTE = /([^\s=<>/{}"']{1,100})(\s{0,20}=\s{0,20})?/y;
const UNQUOTED = /[^\s>]{0,2000}/y;
const LITERAL = /(\{\s{0,20}(["'`]))[^"'`\\{}\n]{1,2000}(\2\s{0,20}\})/y;
const STATEMENT =
  /(?:import\s{0,20}(?:["'{*]|[\w$]{1,80}(?:\s{0,20},|\s{1,20}from\s))|export\s{1,20}(?:const|let|var|function|default|async|class|type|interface|\{|\*))/y;
const STATEMENT_PART = /["'`{}()[\]\n]|\/[/*]/g;
const RUN = /`+|\n[ \t]{0,40}\r?\n/g;
const LONGEST_CODE = 5000;
// Braces that never close are searched for to the end of the file; only a broken or hostile one has so many.
const STRAYS = 50;
// Strings, comments and template literals of JavaScript; bounded, so that a stray quote costs little.
const SKIPPED =
  /"(?:[^"\\\n]|\\.){0,8000}"|'(?:[^'\\\n]|\\.){0,8000}'|`(?:[^`\\]|\\.){0,20000}`|\/\/[^\n]{0,4000}|\/\*[\s\S]{0,8000}?\*\//y;
const CODE = /["'`{}<]|\/[/*]/g;
const JSX_MAY_FOLLOW = /(?:[(,=>&|?:{[]|return)\s{0,200}$/;
const LONGEST_TAG = 20_000;

/** Finds the JavaScript and JSX in MDX without understanding either: braces, strings and tags are enough to find the copy. */
export function lexMdx(text: string, from: number): { tags: JsxTag[]; code: Code[] } {
  return new MdxLexer(text).run(from);
}

class MdxLexer {
  private readonly tags: JsxTag[] = [];
  private readonly code: Code[] = [];
  private straysLeft = STRAYS;
  private readonly stack: (Copy | Expression)[] = [{}];

  constructor(private readonly text: string) {}

  run(from: number): { tags: JsxTag[]; code: Code[] } {
    for (let at = from; at < this.text.length;) {
      const top = this.stack.at(-1)!;
      at = 'braces' in top ? this.inCode(top, at) : this.inCopy(top, at);
    }
    return { tags: this.tags, code: this.code.sort((a, b) => a.from - b.from) };
  }

  private inCopy(copy: Copy, from: number): number {
    COPY.lastIndex = from;
    const match = COPY.exec(this.text);
    if (!match) return this.text.length;
    const at = match.index;
    const [found] = match;
    if (found === '') return this.statement(copy, at);
    if (found[0] === '`' || found[0] === '~') return this.afterCode(at, found);
    if (found === '{') return this.braceInCopy(at);
    if (found === '<') return this.tagInCopy(copy, at);
    return at + found.length;
  }

  private inCode(expression: Expression, from: number): number {
    CODE.lastIndex = from;
    const match = CODE.exec(this.text);
    if (!match) return this.giveUp(expression);
    const at = match.index;
    switch (match[0]) {
      case '{':
        expression.braces++;
        return at + 1;
      case '}':
        if (--expression.braces > 0) return at + 1;
        this.stack.pop();
        this.code.push(
          expression.codeFrom === expression.from
            ? { kind: 'expression', from: expression.from, to: at + 1 }
            : { kind: 'around', from: expression.codeFrom, to: at + 1 },
        );
        return at + 1;
      case '<':
        return this.tagInCode(expression, at);
      default:
        SKIPPED.lastIndex = at;
        return SKIPPED.test(this.text) ? SKIPPED.lastIndex : at + 1;
    }
  }

  /** The brace never closes: it is a brace in the copy. */
  private giveUp({ from, tagsBefore, codeBefore }: Expression): number {
    this.stack.length = 1;
    this.tags.length = tagsBefore;
    this.code.length = codeBefore;
    this.straysLeft--;
    return from + 1;
  }

  private braceInCopy(at: number): number {
    const { text } = this;
    if (text.startsWith('/*', at + 1)) {
      const end = text.indexOf('*/', at + 3);
      const close = end < 0 ? -1 : text.indexOf('}', end);
      if (close >= 0 && text.slice(end + 2, close).trim() === '') {
        this.code.push({ kind: 'comment', from: at, to: close + 1 });
        return close + 1;
      }
    }
    LITERAL.lastIndex = at;
    const literal = LITERAL.exec(text);
    if (literal) {
      // `{' '}` and `{"It's here"}` are copy in disguise.
      const to = at + literal[0].length;
      this.code.push(
        { kind: 'around', from: at, to: at + literal[1]!.length },
        { kind: 'around', from: to - literal[3]!.length, to },
      );
      return to;
    }
    if (this.straysLeft === 0) return at + 1;
    this.stack.push({ from: at, codeFrom: at, braces: 1, tagsBefore: this.tags.length, codeBefore: this.code.length });
    return at + 1;
  }

  private tagInCopy(copy: Copy, at: number): number {
    if (this.text.startsWith('<!--', at)) {
      const end = this.text.indexOf('-->', at);
      return end < 0 ? at + 4 : end + 3;
    }
    const tag = this.tagAt(at);
    if (!tag) return at + 1;
    this.tags.push(tag);
    if (copy.depth !== undefined) {
      if (tag.closing) copy.depth--;
      else if (!tag.selfClosing) copy.depth++;
      if (copy.depth === 0) {
        this.stack.pop();
        const expression = this.stack.at(-1);
        if (expression && 'braces' in expression) expression.codeFrom = tag.to;
      }
    }
    return this.afterRaw(tag);
  }

  /** Styles and scripts hold no copy and no Markdown. */
  private afterRaw({ name, closing, selfClosing, to }: JsxTag): number {
    if (closing || selfClosing || (name !== 'style' && name !== 'script')) return to;
    const end = this.text.indexOf(`</${name}`, to);
    if (end < 0) return to;
    this.code.push({ kind: 'raw', from: to, to: end });
    return end;
  }

  private tagInCode(expression: Expression, at: number): number {
    if (!JSX_MAY_FOLLOW.test(this.text.slice(Math.max(expression.codeFrom, at - 200), at))) return at + 1;
    const tag = this.tagAt(at);
    if (!tag || tag.closing) return at + 1;
    if (at > expression.codeFrom) this.code.push({ kind: 'around', from: expression.codeFrom, to: at });
    this.tags.push(tag);
    expression.codeFrom = tag.to;
    if (!tag.selfClosing) this.stack.push({ depth: 1 });
    return tag.to;
  }

  private statement(copy: Copy, at: number): number {
    STATEMENT.lastIndex = at;
    if (copy.depth !== undefined || !STATEMENT.test(this.text)) return at + 6;
    let depth = 0;
    // Once too many have not closed, a statement is taken to end with its line.
    STATEMENT_PART.lastIndex = this.straysLeft > 0 ? at : this.text.length;
    for (let match = STATEMENT_PART.exec(this.text); match; match = STATEMENT_PART.exec(this.text)) {
      const part = match[0];
      if ('{[('.includes(part)) depth++;
      else if ('}])'.includes(part)) depth--;
      else if (part === '\n') {
        const more = /[=,+&|?:.]\s*$/.test(this.text.slice(Math.max(at, match.index - 20), match.index));
        if (depth <= 0 && !more) {
          this.code.push({ kind: 'statement', from: at, to: match.index });
          return match.index;
        }
      } else {
        SKIPPED.lastIndex = match.index;
        if (SKIPPED.test(this.text)) STATEMENT_PART.lastIndex = SKIPPED.lastIndex;
      }
    }
    // Where its brackets never close, only the line is code.
    const end = depth > 0 || this.straysLeft === 0 ? this.lineEnd(at) : this.text.length;
    if (depth > 0) this.straysLeft--;
    this.code.push({ kind: 'statement', from: at, to: end });
    return end;
  }

  private afterCode(at: number, run: string): number {
    const { text } = this;
    const lineFrom = text.lastIndexOf('\n', at - 1) + 1;
    if (run.length >= 3 && at - lineFrom < 20 && text.slice(lineFrom, at).trim() === '') {
      for (let line = this.lineEnd(at) + 1; line < text.length; line = this.lineEnd(line) + 1) {
        if (
          text
            .slice(line, line + 20 + run.length)
            .trimStart()
            .startsWith(run)
        )
          return this.lineEnd(line);
      }
      return text.length;
    }
    if (run[0] === '~') return at + run.length;
    RUN.lastIndex = at + run.length;
    for (let match = RUN.exec(text); match && match.index - at < LONGEST_CODE; match = RUN.exec(text)) {
      if (match[0] === run) return match.index + run.length;
      if (match[0][0] !== '`') break;
    }
    return at + run.length;
  }

  private tagAt(from: number): JsxTag | undefined {
    const { text } = this;
    TAG_NAME.lastIndex = from;
    const [opening, slash, name = ''] = TAG_NAME.exec(text) ?? [];
    if (opening === undefined) return undefined;
    const attributes: JsxAttribute[] = [];
    for (let at = from + opening.length; at < Math.min(text.length, from + LONGEST_TAG);) {
      const char = text[at]!;
      if (/\s/.test(char)) at++;
      else if (char === '>' || text.startsWith('/>', at)) {
        const selfClosing = char === '/';
        if (name === '' && (selfClosing || attributes.length > 0)) return undefined;
        return { from, to: at + (selfClosing ? 2 : 1), name, closing: slash === '/', selfClosing, attributes };
      } else if (char === '{') {
        const to = this.braceEnd(at);
        if (to === undefined) return undefined;
        attributes.push({ name: '', from: at, to });
        at = to;
      } else {
        const attribute = this.attributeAt(at);
        if (!attribute) return undefined;
        attributes.push(attribute);
        at = attribute.to;
      }
    }
    return undefined;
  }

  private attributeAt(from: number): JsxAttribute | undefined {
    const { text } = this;
    ATTRIBUTE.lastIndex = from;
    const match = ATTRIBUTE.exec(text);
    if (!match) return undefined;
    const name = match[1]!;
    const at = from + match[0].length;
    if (match[2] === undefined) return { name, from, to: at };
    if (text[at] === '{') {
      const to = this.braceEnd(at);
      return to === undefined ? undefined : { name, from, to, value: { kind: 'expression', from: at, to } };
    }
    const quote = text[at];
    if (quote === '"' || quote === "'") {
      const end = text.indexOf(quote, at + 1);
      if (end < 0 || end - at > LONGEST_TAG) return undefined;
      return { name, from, to: end + 1, value: { kind: 'string', from: at, to: end + 1 } };
    }
    UNQUOTED.lastIndex = at;
    return { name, from, to: at + (UNQUOTED.exec(text)?.[0].length ?? 0) };
  }

  private braceEnd(from: number): number | undefined {
    if (this.straysLeft === 0) return undefined;
    let braces = 0;
    CODE.lastIndex = from;
    for (let match = CODE.exec(this.text); match && match.index - from < LONGEST_TAG; match = CODE.exec(this.text)) {
      if (match[0] === '{') braces++;
      else if (match[0] === '}') {
        if (--braces === 0) return match.index + 1;
      } else if (match[0] !== '<') {
        SKIPPED.lastIndex = match.index;
        if (SKIPPED.test(this.text)) CODE.lastIndex = SKIPPED.lastIndex;
      }
    }
    this.straysLeft--;
    return undefined;
  }

  private lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }
}
