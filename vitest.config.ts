import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/src/**/*.test.ts', 'build/**/*.test.ts'],
    setupFiles: ['build/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
