import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * Tests that open whole cores, with their threads and native libraries, have a process each: those of the rooms that
 * do, where they name what opens one. All others share theirs.
 */
const OPENS_CORE =
  /open-core|stand-ins|priced-core|workflow-run|createCore|withCore|startServer|openKeyRing|[Kk]eychain|vault|spawn/;
const wholeCores = globSync('test/unit/{core/app,core/keys,cli,server}/**/*.test.ts', {
  cwd: import.meta.dirname,
})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => OPENS_CORE.test(readFileSync(join(import.meta.dirname, file), 'utf8')));

const unit = {
  include: ['test/unit/**/*.test.{ts,tsx}', 'test/types/**/*.test.ts'],
  // Many open a real database; a busy machine is no failure.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** Projects, so that the quick unit tests and the conformance suites can be run and counted apart. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    environment: 'node',
    pool: 'forks',
    // No module keeps state of its own, so files can share a process: a third of the time.
    isolate: false,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { ...unit, name: 'unit', exclude: wholeCores },
      },
      {
        extends: true,
        test: { ...unit, name: 'unit-apart', include: wholeCores },
      },
      {
        extends: true,
        test: { name: 'conformance', include: ['test/conformance/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});
