/** All that the build puts into one script: the command line, the library, and what a thread does. */
export { main } from '../cli/main.ts';
export * from '../index.ts';

/** Makes the thread that calls it one that carries out batches of pages. */
export const startThread = async (): Promise<void> => {
  await import('../workers/worker.ts');
};

export { lengthsRead } from '../parse/parse.ts';
