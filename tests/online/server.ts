import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Loopback {
  /** Without a slash at the end. */
  readonly address: string;
  /** `GET /path?query` of every request, in order. */
  readonly asked: readonly string[];
  /** The headers of every request. */
  readonly headers: readonly IncomingMessage['headers'][];
  /** The most requests that were open at a time. */
  readonly most: () => number;
  close(): Promise<void>;
}

/** A server on this machine that answers as `answer` says. */
export async function serve(answer: (path: string, response: ServerResponse, count: number) => void): Promise<Loopback> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  let open = 0;
  let most = 0;
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const line = `${request.method} ${request.url}`;
    asked.push(line);
    headers.push(request.headers);
    most = Math.max(most, ++open);
    response.on('close', () => open--);
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    answer(request.url ?? '', response, count);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    headers,
    most: () => most,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
