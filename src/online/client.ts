import { lookup as resolveName } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { version } from '../version.ts';
import { isPublic } from './addresses.ts';

export interface ClientOptions {
  /** For one attempt, in milliseconds. */
  readonly timeout?: number;
  /** Attempts after the first. */
  readonly retries?: number;
  /** Requests at a time. */
  readonly concurrency?: number;
  /** The first pause between two attempts, in milliseconds; each further one is twice as long. */
  readonly pause?: number;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Question {
  readonly method?: 'GET' | 'HEAD';
  /** The host was named by whoever configured promolint, and may be an inner one. */
  readonly trusted?: boolean;
}

/** Why nothing was answered, without a word of what was asked. */
export class OnlineError extends Error {}

const LARGEST = 2_000_000;
const MOST_REDIRECTS = 5;
const LONGEST_PAUSE = 10_000;

/** Asks servers, a few at a time, and gives up in time. It sends no cookies and nothing but the address that it is given. */
export class Client {
  readonly #options: Required<ClientOptions>;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor({ timeout = 10_000, retries = 2, concurrency = 4, pause: between = 500 }: ClientOptions = {}) {
    this.#options = { timeout, retries, concurrency, pause: between };
  }

  /** The answer of the last server that the address leads to. @throws OnlineError */
  async ask(address: string, question: Question = {}): Promise<Answer> {
    await this.#enter();
    try {
      return await this.#persist(address, question);
    } finally {
      this.#running--;
      this.#waiting.shift()?.();
    }
  }

  async #enter(): Promise<void> {
    while (this.#running >= this.#options.concurrency) await new Promise<void>((enter) => this.#waiting.push(enter));
    this.#running++;
  }

  async #persist(address: string, question: Question): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= this.#options.retries;
      let wait = this.#options.pause * 2 ** attempt;
      try {
        const { answer, retryAfter } = await this.#follow(address, question);
        if (last || (answer.status !== 429 && answer.status < 500)) return answer;
        wait = retryAfter ?? wait;
      } catch (error) {
        if (last || !(error instanceof TemporaryError)) throw error instanceof OnlineError ? error : new OnlineError('no answer');
      }
      await pause(Math.min(wait, LONGEST_PAUSE));
    }
  }

  async #follow(address: string, question: Question): Promise<Received> {
    let url = new URL(address);
    const { host } = url;
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      // Only the first server was named by somebody; a redirection may name any.
      const trusted = question.trusted === true && url.host === host;
      const received = await receive(url, question.method ?? 'GET', trusted, this.#options.timeout);
      if (received.location === undefined) return received;
      url = new URL(received.location, url);
    }
    throw new OnlineError('too many redirections');
  }
}

interface Received {
  readonly answer: Answer;
  readonly location?: string;
  /** Milliseconds. */
  readonly retryAfter?: number;
}

/** Worth another attempt. */
class TemporaryError extends OnlineError {}

function receive(url: URL, method: string, trusted: boolean, timeout: number): Promise<Received> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new OnlineError('not an address of the web');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!trusted && isIP(host) !== 0 && !isPublic(host)) throw new OnlineError('an inner address');
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  url.username = url.password = url.hash = '';
  return new Promise((resolve, reject) => {
    const headers = { 'user-agent': `promolint/${version}`, accept: '*/*' };
    const request = send(url, { method, headers, lookup: trusted ? undefined : publicOnly, agent: false }, (response) => {
      const { statusCode: status = 0, headers: received } = response;
      const seconds = Number(received['retry-after']);
      const facts = {
        ...(status >= 300 && status < 400 && received.location !== undefined ? { location: received.location } : {}),
        ...(Number.isFinite(seconds) && received['retry-after'] !== undefined ? { retryAfter: seconds * 1000 } : {}),
      };
      const chunks: Buffer[] = [];
      let size = 0;
      const done = (): void => resolve({ answer: { status, text: Buffer.concat(chunks).toString('utf8') }, ...facts });
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= LARGEST) chunks.push(chunk);
        else {
          done();
          request.destroy();
        }
      });
      response.on('end', done);
      response.on('error', () => reject(new TemporaryError('the answer broke off')));
    });
    // Of the whole exchange, and not of a silence in it: a server that sends a byte a second must not hold a run up.
    const timer = setTimeout(() => request.destroy(new TemporaryError('no answer in time')), timeout);
    request.on('error', (error) => reject(error instanceof OnlineError ? error : new TemporaryError('no answer')));
    request.on('close', () => {
      clearTimeout(timer);
      reject(new TemporaryError('the answer broke off'));
    });
    request.end();
  });
}

/** Resolves names to public addresses only, at the moment of the connection, so that no second answer can slip in between. */
const publicOnly: LookupFunction = (name, options, callback) => {
  resolveName(name, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const open = addresses.filter(({ address }) => isPublic(address));
    const [first] = open;
    if (!first) return callback(new OnlineError('an inner address') as NodeJS.ErrnoException, '', 0);
    if (options.all) callback(null, open as never, 0);
    else callback(null, first.address, first.family);
  });
};
