/** A command as one word: `baseline-create`; empty for the program itself. */
export const pathKey = (path: readonly string[]): string => path.join(' ').replaceAll(' ', '-');

/** In single quotes, for any of the three shells. */
export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "'\\''")}'`;
