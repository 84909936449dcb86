import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/**
 * What is known of a page is sealed with a key that its own content gives: who has the page can read it, and to everybody else it
 * says nothing of the copy. `name` tells the results of one content apart: which run, which file.
 */
export class Seal {
  readonly #digest: Uint8Array;

  constructor(
    content: Uint8Array,
    readonly name: string,
  ) {
    this.#digest = createHash('sha256').update(content).digest();
  }

  /** Tells whether the content is still the same, and does not give away the key. */
  get check(): string {
    return this.#derive('check').toString('base64url').slice(0, 22);
  }

  close(bytes: Uint8Array): Uint8Array {
    return createCipheriv('aes-256-ctr', this.#derive('key'), NO_NONCE).update(bytes);
  }

  open(bytes: Uint8Array): Uint8Array {
    return createDecipheriv('aes-256-ctr', this.#derive('key'), NO_NONCE).update(bytes);
  }

  #derive(what: string): Buffer {
    return createHash('sha256').update(`promolint ${what}\0${this.name}\0`).update(this.#digest).digest();
  }
}

/** A key seals one text only: the same content under the same name always gives the same result. */
const NO_NONCE = new Uint8Array(16);
