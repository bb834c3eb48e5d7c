import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { commandStep } from '../../../../scripts/run/step.mjs';

it('commandStep passes or fails as one, with the last line as its note', async () => {
  const good = commandStep(tmpdir(), 'good', ['-e', 'console.log("first"); console.log("9 files ")']);
  expect(await good.run()).toEqual({
    passed: 1,
    failed: 0,
    skipped: 0,
    note: '9 files',
    output: 'first\n9 files \n',
  });
  const bad = commandStep(tmpdir(), 'bad', ['-e', 'process.exit(2)']);
  expect(await bad.run()).toMatchObject({ passed: 0, failed: 1 });
});
