import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    // By default one core is left free; on a machine of two that doubles the time.
    maxWorkers: '100%',
    server: {
      // These packages import JSON without an import attribute, which plain Node refuses.
      deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] },
    },
  },
});
