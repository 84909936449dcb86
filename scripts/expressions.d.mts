/** What the build makes of the modules whose expressions it numbers: their text by absolute path, and how many expressions those are. */
export function lazyExpressions(): { readonly contents: ReadonlyMap<string, string>; readonly count: number };
