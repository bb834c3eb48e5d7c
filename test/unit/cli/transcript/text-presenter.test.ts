import { expect, it } from 'vitest';
import { createPaint } from '../../../../cli/transcript/paint.ts';
import { textPresenter } from '../../../../cli/transcript/text-presenter.ts';
import { testTerminal } from '../stand-ins.ts';
import { delta, turnEnded, turnStarted } from './events.ts';

const shown = async (several: boolean) => {
  const terminal = testTerminal();
  const show = textPresenter(terminal.out, createPaint(false), several);
  await show({ kind: 'event', event: turnStarted('t1') });
  await show(delta('t1', 0, 'half a '));
  await show({ kind: 'event', event: turnEnded('t1', 'A whole sentence.') });
  return terminal.printed();
};

it('prints turns when they are finished', async () => {
  expect(await shown(false)).toMatch(
    /^\nAthena · position\nA whole sentence\.\n {2}confidence 0\.50 · 1,200 in, – out/,
  );
});

it('says whose they are when there are several sessions', async () => {
  expect(await shown(true)).toMatch(/^\n\[11111111\] Athena/);
});
