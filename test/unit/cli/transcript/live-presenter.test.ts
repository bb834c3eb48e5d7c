import { describe, expect, it } from 'vitest';
import { livePresenter } from '../../../../cli/transcript/live-presenter.ts';
import { createPaint } from '../../../../cli/transcript/paint.ts';
import type { WatchMessage } from '../../../../core/contract/index.ts';
import { testTerminal } from '../stand-ins.ts';
import { delta, stored, turnEnded, turnStarted } from './events.ts';

const event = (one: ReturnType<typeof stored>): WatchMessage => ({ kind: 'event', event: one });

/** What stands on the screen after these messages, with figures left out. */
const screen = async (...messages: WatchMessage[]): Promise<string> => {
  const terminal = testTerminal();
  const show = livePresenter(terminal.out, createPaint(false));
  for (const message of messages) await show(message);
  return terminal.printed().replaceAll(/^ {2}confidence.*\n/gm, '  (figures)\n');
};

describe('livePresenter', () => {
  it('prints words as they come, under the name of who says them', async () => {
    const begun = [event(turnStarted('t1')), delta('t1', 0, 'Hello '), delta('t1', 6, 'world.')];
    expect(await screen(...begun)).toBe('\nAthena · position\nHello world.');
    expect(await screen(...begun, event(turnEnded('t1', 'Hello world.')))).toBe(
      '\nAthena · position\nHello world.\n  (figures)\n',
    );
  });

  it('prints what was not streamed', async () => {
    expect(await screen(event(turnEnded('t1', 'All at once.')))).toBe(
      '\nAthena · position\nAll at once.\n  (figures)\n',
    );
    expect(
      await screen(
        event(turnStarted('t1')),
        delta('t1', 0, 'Hello '),
        event(turnEnded('t1', 'Hello world.')),
      ),
    ).toBe('\nAthena · position\nHello world.\n  (figures)\n');
  });

  it('does not repeat what a late watcher gets again, nor print around a gap', async () => {
    expect(
      await screen(
        event(turnStarted('t1')),
        delta('t1', 0, 'Hello wo'),
        delta('t1', 0, 'Hello world'),
        delta('t1', 20, 'lost'),
        delta('t1', 11, '.'),
      ),
    ).toBe('\nAthena · position\nHello world.');
  });

  it('keeps the block of data at the end from readers', async () => {
    const text = ['Words.\n', '``', '`json\n{"position"', ': 1}\n```'];
    let offset = 0;
    const deltas = text.map((part) => {
      const one = delta('t1', offset, part);
      offset += part.length;
      return one;
    });
    expect(await screen(event(turnStarted('t1')), ...deltas, event(turnEnded('t1', 'Words.')))).toBe(
      '\nAthena · position\nWords.\n  (figures)\n',
    );
  });

  it('lets one speak at a time, and the others after', async () => {
    expect(
      await screen(
        event(turnStarted('t1')),
        event(turnStarted('t2', 'Apollo', 1)),
        event(turnStarted('t3', 'Hermes', 2)),
        delta('t1', 0, 'First'),
        delta('t2', 0, 'Second', 'Apollo'),
        delta('t3', 0, 'Third', 'Hermes'),
        event(turnEnded('t3', 'Third.', 'Hermes')),
        delta('t1', 5, '.'),
        event(turnEnded('t1', 'First.')),
        delta('t2', 6, '.', 'Apollo'),
        event(turnEnded('t2', 'Second.', 'Apollo')),
      ),
    ).toBe(
      [
        '\nAthena · position\nFirst.\n  (figures)\n',
        '\nHermes · position\nThird.\n  (figures)\n',
        '\nApollo · position\nSecond.\n  (figures)\n',
      ].join(''),
    );
  });

  it('begins again when a call is repeated', async () => {
    expect(
      await screen(
        event(turnStarted('t1')),
        delta('t1', 0, 'A broken'),
        delta('t1', 0, 'A whole', 'Athena', '1.2'),
        event(turnEnded('t1', 'A whole answer.')),
      ),
    ).toContain('A whole answer.');
  });

  it('breaks off where the session does', async () => {
    expect(
      await screen(
        event(turnStarted('t1')),
        delta('t1', 0, 'Half a sen'),
        event(stored('session-interrupted', { reason: 'SIGINT' })),
      ),
    ).toBe('\nAthena · position\nHalf a sen\nInterrupted: SIGINT.\n');
  });

  it('lets no model steer the terminal', async () => {
    expect(await screen(event(turnStarted('t1')), delta('t1', 0, 'a\u001b[2Jb'))).toBe(
      '\nAthena · position\na[2Jb',
    );
  });
});
