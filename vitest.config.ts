import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  test: {
    reporters: ['default', './scripts/test/count-reporter.ts'],
    // A browser test that fails leaves everything else untold: no retries, no hidden flakiness.
    retry: 0,
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/setup.ts'],
          // Pure code needs no document; a component test asks for jsdom in its first comment.
          environment: 'node',
          isolate: false,
          testTimeout: 20_000,
          mockReset: true,
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.ts'],
          globalSetup: ['tests/e2e/browser/build-once.ts'],
          environment: 'node',
          isolate: false,
          // One browser at a time: two would measure and time out against each other.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
