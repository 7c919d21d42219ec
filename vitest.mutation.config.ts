// The tests that mutation testing runs: those of the mutated stages, in process.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{graph,plan,transaction,audit,rules,health}/**/*.test.ts', 'test/commands/**/*.test.ts'],
    // It compares generated files with the sources, which mutation testing writes to.
    exclude: ['test/rules/validate-rule.test.ts'],
    // What tries large graphs takes seconds, for each mutant again.
    testNamePattern: /^(?!.*(?:costs the budget at most|of 20,000 nodes|of 100,000 nodes))/,
    setupFiles: ['test/graph/mutation-limits.ts'],
    testTimeout: 30_000,
  },
});
