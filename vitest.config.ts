import { defineConfig } from 'vitest/config';

// Many open a real database; a busy machine is no failure.
const TIMEOUT_MS = 60_000;

/** Projects, so that the quick unit tests and the conformance suites can be run and counted apart. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    environment: 'node',
    pool: 'forks',
    // No module keeps state of its own, so files can share a process: a third of the time.
    isolate: false,
    maxWorkers: '100%',
    testTimeout: TIMEOUT_MS,
    hookTimeout: TIMEOUT_MS,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}', 'test/types/**/*.test.ts'] },
      },
      { extends: true, test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'] } },
    ],
  },
});
