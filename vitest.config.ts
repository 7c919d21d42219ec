import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    server: {
      // These packages import JSON without an import attribute, which plain Node refuses.
      deps: { inline: [/@actions\/(languageservice|workflow-parser|expressions)/] },
    },
  },
});
