import { expect, it } from 'vitest';
import type { Invocation } from '../../../../cli/command.ts';
import { presenterFor } from '../../../../cli/transcript/presenter-for.ts';
import { testTerminal } from '../stand-ins.ts';
import { delta, turnEnded, turnStarted } from './events.ts';

const invocation = (json: boolean): Invocation => ({
  words: [],
  flag: (name) => json && name === 'json',
  text: () => undefined,
  texts: () => [],
});

const shown = async (json: boolean, interactive: boolean, sessions: number) => {
  const terminal = testTerminal({ interactive });
  const show = presenterFor(invocation(json), terminal, sessions);
  await show({ kind: 'event', event: turnStarted('t1') });
  await show(delta('t1', 0, 'Streamed'));
  const before = terminal.printed();
  await show({ kind: 'event', event: turnEnded('t1', 'Streamed.') });
  return before;
};

it('streams to somebody who watches one session, and to nobody else', async () => {
  expect(await shown(false, true, 1)).toContain('Streamed');
  expect(await shown(false, false, 1)).toBe('');
  expect(await shown(false, true, 2)).toBe('');
  expect(await shown(true, true, 1)).toMatch(/^\{.*"turn-started".*\}\n$/);
});
