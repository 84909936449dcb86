/** JSON of which no line is a command to the runner of a CI job: `##[` may stand anywhere in a line, and is escaped. */
export const json = (value: unknown): string => `${defuse(JSON.stringify(value, null, 2))}\n`;

/** The same on one line. */
export const jsonLine = (value: unknown): string => `${defuse(JSON.stringify(value))}\n`;

const defuse = (text: string): string => text.replace(/##(?=[a-z]*\[)/gi, '#\\u0023');
