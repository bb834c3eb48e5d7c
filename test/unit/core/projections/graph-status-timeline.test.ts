import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NodeRun } from '../../../../core/contract/index.ts';
import { waitingNode } from '../../../../core/projections/graph-status-nodes.ts';
import { criticalPath, timelineOf } from '../../../../core/projections/graph-status-timeline.ts';

const ran = (
  id: string,
  from: number | null,
  to: number | null,
  deps: string[] = [],
  parent: string | null = null,
): NodeRun => ({
  ...waitingNode({ id, kind: 'task', title: id, parent, deps, agent: null }),
  started_at: from,
  ended_at: to,
});

describe('timelineOf', () => {
  it('orders by start and tells waiting for a place from waiting for others', () => {
    const rows = timelineOf([ran('b', 30, 40, ['a']), ran('a', 5, 20), ran('c', null, 50)], 0);
    expect(
      rows.map(({ node, readyAt, startedAt, endedAt }) => [node.id, readyAt, startedAt, endedAt]),
    ).toEqual([
      ['a', 0, 5, 20],
      ['b', 20, 30, 40],
    ]);
  });

  it('takes a round of a loop as ready when the round before it ended, and an item of a list at once', () => {
    const readyOf = (kind: 'loop' | 'map') =>
      timelineOf(
        [
          { ...ran('group', 10, 60), kind },
          ran('group[1]', 10, 30, [], 'group'),
          ran('group[2]', 35, 60, [], 'group'),
        ],
        0,
      ).at(-1)?.readyAt;
    expect([readyOf('loop'), readyOf('map')]).toEqual([30, 10]);
  });

  it('takes an added node as ready when its parent began', () => {
    const [, item] = timelineOf([ran('each', 10, null), ran('each[0]', 25, null, [], 'each')], 0);
    expect(item).toMatchObject({ readyAt: 10, startedAt: 25, endedAt: null });
  });
});

describe('criticalPath', () => {
  it('leads through the dependency that ended last', () => {
    const nodes = [
      ran('plan', 0, 10),
      ran('quick', 10, 12, ['plan']),
      ran('slow', 10, 30, ['plan']),
      ran('join', 35, 40, ['quick', 'slow']),
      ran('early', 0, 39),
    ];
    expect(criticalPath(nodes, 100)).toEqual({ nodes: ['plan', 'slow', 'join'], lasted: 40, worked: 35 });
  });

  it('goes into a node that others were added to, and through those beside each other', () => {
    const nodes = [
      ran('list', 0, 5),
      ran('each', 5, 30, ['list']),
      ran('each[0]', 5, 12, [], 'each'),
      ran('each[1]', 5, 15, [], 'each'),
      ran('each[2]', 15, 30, [], 'each'),
      ran('sum', 30, 33, ['each']),
    ];
    expect(criticalPath(nodes, 100).nodes).toEqual(['list', 'each[1]', 'each[2]', 'sum']);
  });

  it('counts what still runs until now, and knows no path before anything ran', () => {
    expect(criticalPath([ran('a', 0, null), ran('b', 0, 3)], 9)).toEqual({
      nodes: ['a'],
      lasted: 9,
      worked: 9,
    });
    expect(criticalPath([ran('a', null, null)], 9)).toEqual({ nodes: [], lasted: 0, worked: 0 });
  });

  it('ends, whatever the log says', () => {
    const anyNode = fc.record({
      from: fc.option(fc.nat(20)),
      lasts: fc.nat(5),
      deps: fc.array(fc.nat(9), { maxLength: 3 }),
      parent: fc.option(fc.nat(9)),
    });
    fc.assert(
      fc.property(fc.array(anyNode, { maxLength: 10 }), (some) => {
        const nodes = some.map(({ from, lasts, deps, parent }, index) =>
          ran(
            `${index}`,
            from,
            from === null ? null : from + lasts,
            deps.map(String),
            parent === null || parent >= index ? null : `${parent}`,
          ),
        );
        const { nodes: path } = criticalPath(nodes, 50);
        expect(new Set(path).size).toBe(path.length);
      }),
      { verbose: true },
    );
  });
});
