import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { endedSpans } from '../../../../../core/telemetry/spans/ended-spans.ts';
import { emptySpanFold } from '../../../../../core/telemetry/spans/span-fold.ts';
import { asked, began, foldLog, nodeOver, over, type Told, turnBegan, turnOver } from './log-of.ts';

it('leaves out what has not ended', () => {
  const fold = foldLog([began, [1_100, 'node-ended', nodeOver('a')]]);
  expect(endedSpans([fold]).map(({ name }) => name)).toEqual(['node a']);
});

it('lets the outer one last as long as what is in it, over sessions too', () => {
  const outer = foldLog([
    began,
    [1_100, 'node-started', { node: 'a', kind: 'session', attempt: 1, agent: null }],
    [1_100, 'child-started', { node: 'a', session_id: 'inner' }],
    [1_200, 'node-ended', nodeOver('a', { kind: 'session' })],
    over(1_300),
  ]);
  const [first] = outer.inside;
  const inner = foldLog([began, over(1_400)], emptySpanFold('inner', first?.parentId ?? null));
  const times = endedSpans([outer, inner]).map(({ startedAt, endedAt }) => [startedAt, endedAt]);
  expect(times).toEqual([
    [1_000, 1_400],
    [1_000, 1_400],
    [1_000, 1_400],
  ]);
});

/** Events in any order at any time, as no engine would write them. */
const ids = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...ids);
const told = fc.array(
  fc.tuple(
    fc.integer({ min: 0, max: 5_000 }),
    fc.oneof(
      id.map((node) => ['node-started', { node, kind: 'map', attempt: 1, agent: null }] as const),
      id.map((node) => ['node-ended', nodeOver(node)] as const),
      fc
        .uniqueArray(id, { minLength: 2, maxLength: 2 })
        .map(([parent, one]) => ['nodes-added', { parent, nodes: [{ id: one }] }] as const),
      fc.tuple(id, id).map(([t, node]) => ['turn-started', turnBegan({ task_id: t, node })] as const),
      id.map((t) => ['turn-ended', turnOver({ task_id: t })] as const),
      fc.tuple(id, id).map(([c, t]) => ['call-started', asked(c, 0, { task_id: t })] as const),
      id.map(
        (c) => ['call-ended', { call_id: c, outcome: { kind: 'abandoned', reason: 'paused' } }] as const,
      ),
      fc
        .integer({ min: 1, max: 3 })
        .map((round) => ['round-started', { round, phase: 'answer', order: 'parallel' }] as const),
    ),
  ),
  { maxLength: 60 },
);

it('gives every ended node one span, each within the one around it, with the same ids each time', () => {
  fc.assert(
    fc.property(told, fc.boolean(), (events, isOver) => {
      const log: Told[] = [
        began,
        ...events.map(([at, [type, data]]): Told => [at, type, { ...data }]),
        ...(isOver ? [over(6_000)] : []),
      ];
      const spans = endedSpans([foldLog(log)]);
      expect(spans).toEqual(endedSpans([foldLog(log)]));
      const byId = new Map(spans.map((span) => [span.id, span]));
      expect(byId.size).toBe(spans.length);
      for (const { parentId, startedAt, endedAt } of spans) {
        expect(endedAt).toBeGreaterThanOrEqual(startedAt);
        const outer = parentId === null ? undefined : byId.get(parentId);
        if (!outer) continue;
        expect(outer.startedAt).toBeLessThanOrEqual(startedAt);
        expect(outer.endedAt).toBeGreaterThanOrEqual(endedAt);
      }
      const named = new Set(spans.map(({ name }) => name));
      for (const [, type, data] of log) {
        if (type === 'node-ended') expect(named).toContain(`node ${String(data['node'])}`);
      }
      if (isOver)
        for (const { parentId } of spans) expect(parentId === null || byId.has(parentId)).toBe(true);
    }),
    { seed: 20261121, numRuns: 300 },
  );
});
