import { describe, expect, it } from 'vitest';
import {
  sameEntry,
  sameRow,
  stepStage,
  stepStageTurn,
  stepTurn,
  turnsInOrder,
} from '../../../../../renderer/state/session/row-order.ts';
import { layoutRows } from '../../../../../renderer/state/session/rows.ts';
import { header, running, snapshot, stage } from './sample-snapshot.ts';

const names = ['Athena', 'Apollo'];
const view = snapshot({
  rounds: [stage(1, names, { order: 'parallel' }), stage(2, names)],
  turns: [header('a', 1, 0, 'Athena'), header('b', 1, 1, 'Apollo'), header('c', 2, 0, 'Athena')],
});
const rows = layoutRows(view, 'chat');
const places = turnsInOrder(rows);

describe('turnsInOrder', () => {
  it('lists turns as they are read, with their rows', () => {
    expect(places.map(({ key, row }) => [key, row])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
  });
});

describe('stepTurn', () => {
  it('goes one on and stops at the ends', () => {
    expect(stepTurn(places, 'a', 1)?.key).toBe('b');
    expect(stepTurn(places, 'c', 1)?.key).toBe('c');
    expect(stepTurn(places, 'a', -1)?.key).toBe('a');
  });

  it('begins at the near end when nothing is selected', () => {
    expect(stepTurn(places, null, 1)?.key).toBe('a');
    expect(stepTurn(places, 'gone', -1)?.key).toBe('c');
    expect(stepTurn([], null, 1)).toBeUndefined();
  });
});

describe('stepStage', () => {
  it('finds the headers above and below', () => {
    expect(stepStage(rows, 1, 1)).toBe(2);
    expect(stepStage(rows, 1, -1)).toBe(0);
    expect(stepStage(rows, 2, 1)).toBeUndefined();
    expect(stepStage(rows, -1, 1)).toBe(0);
  });
});

describe('stepStageTurn', () => {
  const long = layoutRows(
    snapshot({
      rounds: [stage(1, names), stage(2, names), stage(3, []), stage(4, names)],
      turns: [
        header('a', 1, 0, 'Athena'),
        header('b', 1, 1, 'Apollo'),
        header('c', 2, 0, 'Athena'),
        header('d', 2, 1, 'Apollo'),
        header('e', 4, 0, 'Athena'),
      ],
    }),
    'chat',
  );
  const all = turnsInOrder(long);
  const keysFrom = (key: string | null, row: number, step: 1 | -1): readonly string[] => {
    const next = stepStageTurn(long, all, { row, key }, step);
    if (next === undefined) return [];
    const place = all.find((one) => one.key === next.key);
    return [next.key, ...keysFrom(next.key, place?.row ?? 0, step)];
  };

  it('walks all stages that have turns, up and down', () => {
    expect(keysFrom('e', 8, -1)).toEqual(['c', 'a']);
    expect(keysFrom(null, 0, 1)).toEqual(['c', 'e']);
  });

  it('goes to the beginning of its own stage first', () => {
    expect(stepStageTurn(long, all, { row: 5, key: 'd' }, -1)).toEqual({ header: 3, key: 'c' });
  });
});

describe('sameRow', () => {
  it('holds for a layout made again of the same view', () => {
    const again = layoutRows({ ...view }, 'chat');
    expect(rows.every((row, index) => sameRow(row, again[index] as typeof row))).toBe(true);
  });

  it('sees a turn that ended, a call that began, a failure and a pause', () => {
    const started = snapshot({ rounds: [stage(1, names)], running: [running('a', 1, 0, 'Athena')] });
    const called = snapshot({
      rounds: [stage(1, names)],
      running: [
        running('a', 1, 0, 'Athena', {
          call: { call_id: '1', attempt: 1, link: 0, model: 'm', reserved_tokens: 0, reserved_usd: 0 },
        }),
      ],
    });
    const failed = snapshot({
      rounds: [stage(1, names)],
      running: [running('a', 1, 0, 'Athena', { failures: ['x'] })],
    });
    const ended = snapshot({ rounds: [stage(1, names)], turns: [header('a', 1, 0, 'Athena')] });
    const waiting = snapshot({ ...started, status: 'paused' });
    const entries = [started, called, failed, ended, waiting].map((one) => layoutRows(one, 'chat')[1]);
    for (const [index, one] of entries.entries()) {
      for (const [other, two] of entries.entries()) {
        expect(sameRow(one as never, two as never)).toBe(index === other);
      }
    }
  });

  it('sees a measure that arrived', () => {
    const measured = snapshot({
      rounds: [stage(1, names)],
      convergence: [
        { round: 1, method: 'lexical', value: 1, threshold: 0.8, met: true, why: '', evidence: {} },
      ],
    });
    const before = layoutRows(snapshot({ rounds: [stage(1, names)] }), 'chat')[0];
    expect(sameRow(before as never, layoutRows(measured, 'chat')[0] as never)).toBe(false);
  });
});

describe('sameEntry', () => {
  it('is false against nothing', () => {
    const [place] = places;
    expect(place && sameEntry(place.entry, undefined)).toBe(false);
  });
});
