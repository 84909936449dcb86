import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'promolint/rule': fileURLToPath(new URL('src/rule.ts', import.meta.url)) } },
  test: { include: ['tests/**/*.test.ts'], testTimeout: 30_000 },
});
