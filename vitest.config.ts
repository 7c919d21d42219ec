import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Or else a first run warns 155 times of packages whose source maps name files that they do not hold.
  logLevel: 'error',

  test: {
    include: ['test/**/*.test.ts'],
    // The longest take a few seconds; a machine that is busy with other things takes ten times as long.
    testTimeout: 60_000,
    // By default one core is left free; on a machine of two that doubles the time.
    maxWorkers: '100%',
    server: {
      // These packages import JSON without an import attribute, which plain Node refuses.
      deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] },
    },
  },
});
