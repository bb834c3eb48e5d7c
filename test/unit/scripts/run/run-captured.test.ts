import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { runCaptured } from '../../../../scripts/run/run-captured.mjs';

it('runCaptured gives both streams and the exit code', async () => {
  const script = 'console.log("out", process.env.ADDED); console.error("err"); process.exitCode = 3';
  const { code, output } = await runCaptured(['-e', script], tmpdir(), { ADDED: 'more' });
  expect(code).toBe(3);
  expect(output).toContain('out more\n');
  expect(output).toContain('err\n');
});
