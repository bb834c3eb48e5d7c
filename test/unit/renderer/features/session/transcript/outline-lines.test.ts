import { describe, expect, it } from 'vitest';
import { outlineLines } from '../../../../../../renderer/features/session/transcript/outline-lines.ts';
import { layoutRows } from '../../../../../../renderer/state/index.ts';
import { header, notice, running, snapshot, stage } from '../../../state/session/sample-snapshot.ts';

describe('outlineLines', () => {
  it('lists rounds and speakers with their rows, and leaves the rest out', () => {
    const names = ['Athena', 'Apollo'];
    const rows = layoutRows(
      snapshot({
        rounds: [stage(1, names, { order: 'parallel' }), stage(2, names)],
        turns: [header('a', 1, 0, 'Athena'), header('b', 1, 1, 'Apollo')],
        running: [running('c', 2, 0, 'Athena')],
        notices: [notice(150, 150)],
      }),
      'chat',
    );
    const lines = outlineLines(rows, ['b']);
    expect(
      lines.map((line) => (line.kind === 'stage' ? line.stage.round : `${line.key} ${line.word}`)),
    ).toEqual([1, 'a position', 'b position', 2, 'c speaking']);
    expect(lines.filter((line) => line.kind === 'turn' && line.pinned).map((line) => line.row)).toEqual([1]);
    expect(rows[lines[3]?.row ?? -1]?.kind).toBe('stage');
  });
});
