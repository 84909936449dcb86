/** JSON of which no line is a command to the runner of a CI job: `##[` may stand anywhere in a line, and is escaped. */
export const json = (value: unknown): string => `${defuse(JSON.stringify(value, null, 2))}\n`;

/** The same on one line. */
export const jsonLine = (value: unknown): string => `${defuse(JSON.stringify(value))}\n`;

const defuse = (text: string): string => text.replace(/##(?=[a-z]*\[)/gi, '#\\u0023');

/** A list in JSON whose items are made one after the other, so that they never stand in memory together. */
export class Streamed {
  constructor(readonly items: Iterable<unknown>) {}
}

/** An object that holds a streamed list, or another such object. */
export class Holder {
  constructor(readonly entries: Readonly<Record<string, unknown>>) {}
}

/** What `json` gives, in parts. */
export function* jsonParts(value: unknown): Generator<string> {
  for (const part of parts(value, '\n')) yield defuse(part);
  yield '\n';
}

/** `line` begins a line as far in as the value stands. */
function* parts(value: unknown, line: string): Generator<string> {
  const inner = `${line}  `;
  let any = false;
  if (value instanceof Streamed) {
    for (const item of value.items) {
      yield `${any ? ',' : '['}${inner}`;
      yield* parts(item, inner);
      any = true;
    }
    yield any ? `${line}]` : '[]';
  } else if (value instanceof Holder) {
    for (const [key, part] of Object.entries(value.entries)) {
      if (part === undefined) continue;
      yield `${any ? ',' : '{'}${inner}${JSON.stringify(key)}: `;
      yield* parts(part, inner);
      any = true;
    }
    yield any ? `${line}}` : '{}';
  } else yield JSON.stringify(value, null, 2).replaceAll('\n', line);
}
