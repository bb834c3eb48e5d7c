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

it('runCaptured lets Node keep what it compiles, where nothing else was asked for', async () => {
  const show = ['-e', 'console.log(process.env.NODE_COMPILE_CACHE)'];
  const own = await runCaptured(show, tmpdir(), { NODE_COMPILE_CACHE: 'elsewhere' });
  expect(own.output).toBe('elsewhere\n');
  const { output } = await runCaptured(show, tmpdir());
  expect(output.trim()).not.toBe('undefined');
});
