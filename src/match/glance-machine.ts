import { GLANCES } from './machine.generated.ts';
import { GROUPS } from './needs.ts';

interface Exports {
  look(text: number, length: number, groups: number): number;
  meets(groups: number, needs: number, at: number): number;
}

/** What `look` tells beside the groups, as bits. */
export const enum Told { odd = 1, plain = 2 }

const PAGE = 65_536;
const WORD = 4;
const BYTES_OF_GROUPS = GROUPS / 8;
/** Where the text stands that is looked at, then the groups of texts; behind them what expressions need. */
const TEXT = 16;

/** The memory of `machine/glances.ts`: texts that are remembered by what they hold, and what expressions need. */
export class GlanceMachine {
  readonly #memory: WebAssembly.Memory;
  readonly #exports: Exports;
  readonly #groups: number;
  #end: number;
  #text: Buffer;

  /** @param longest of the texts; `remembered`: how many of them there may be, by places from 0 */
  constructor(readonly longest: number, remembered: number) {
    this.#groups = Math.ceil((TEXT + longest * 2) / WORD) * WORD;
    this.#end = this.#groups + remembered * BYTES_OF_GROUPS;
    this.#memory = new WebAssembly.Memory({ initial: Math.ceil(this.#end / PAGE) });
    this.#exports = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(GLANCES, 'base64')), { env: { memory: this.#memory } }).exports as Exports;
    this.#text = this.#textHere();
  }

  #textHere(): Buffer {
    return Buffer.from(this.#memory.buffer, TEXT, this.longest * 2);
  }

  /** Notes what a text holds. @returns bits of `Told` */
  look(text: string, place: number): number {
    this.#text.write(text, 'utf16le');
    return this.#exports.look(TEXT, text.length, this.#groups + place * BYTES_OF_GROUPS);
  }

  /** Where these numbers stand from now on. */
  add(numbers: Int32Array): number {
    const at = this.#end;
    this.#end += numbers.byteLength;
    const missing = Math.ceil((this.#end - this.#memory.buffer.byteLength) / PAGE);
    if (missing > 0) {
      // By more than is needed, which saves doing it again and again.
      this.#memory.grow(missing + 4);
      this.#text = this.#textHere();
    }
    new Int32Array(this.#memory.buffer, at, numbers.length).set(numbers);
    return at;
  }

  /** Whether the text at `place` may hold what stands at `needs` (`add`), or the part of it that begins at `at`. */
  meets(place: number, needs: number, at: number): boolean {
    return this.#exports.meets(this.#groups + place * BYTES_OF_GROUPS, needs, at) !== 0;
  }
}
