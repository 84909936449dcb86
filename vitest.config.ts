import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'promolint/rule': fileURLToPath(new URL('src/rule.ts', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts'],
    // Vitest leaves one core to the editor, which is half of the machine on a runner with two.
    maxWorkers: '100%',
    // Several tests start browsers, hooks and whole runs; a busy runner takes three times as long as a quiet one.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
