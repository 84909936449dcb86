import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** These set what the whole process goes by: the words and needs of the build. */
const apart = ['tests/analyse/spelling.test.ts', 'tests/match/sift.test.ts'];

export default defineConfig({
  resolve: { alias: { 'promolint/rule': fileURLToPath(new URL('src/rule.ts', import.meta.url)) } },
  test: {
    // Vitest leaves one core to the editor, which is half of the machine on a runner with two.
    maxWorkers: '100%',
    // Several tests start browsers, hooks and whole runs; a busy runner takes three times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // Loading modules and vocabularies anew for every file took a third of the time.
      { extends: true, test: { name: 'together', include: ['tests/**/*.test.ts'], exclude: apart, isolate: false, setupFiles: 'tests/setup.ts' } },
      { extends: true, test: { name: 'apart', include: apart } },
    ],
  },
});
