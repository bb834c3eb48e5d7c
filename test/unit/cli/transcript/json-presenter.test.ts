import { expect, it } from 'vitest';
import { jsonPresenter } from '../../../../cli/transcript/json-presenter.ts';
import { testTerminal } from '../stand-ins.ts';
import { delta, turnStarted } from './events.ts';

it('prints stored events and nothing else, one a line', async () => {
  const terminal = testTerminal();
  const show = jsonPresenter(terminal.out);
  await show({ kind: 'event', event: turnStarted('t1', 'Athena\n') });
  await show(delta('t1', 0, 'hello'));
  await show({ kind: 'caught-up', seq: 1 });
  expect(terminal.printed()).toBe(`${JSON.stringify(turnStarted('t1', 'Athena\n'))}\n`);
});
