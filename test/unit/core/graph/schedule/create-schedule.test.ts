import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENDED_PORT } from '../../../../../core/graph/port-of.ts';
import { createSchedule } from '../../../../../core/graph/schedule/create-schedule.ts';
import type { Schedule, ScheduledNode } from '../../../../../core/graph/schedule/schedule.ts';
import { createReference } from './reference-schedule.ts';

const names = fc.constantFrom(null, 'a', 'b', 'c');

/** Nodes whose dependencies stand before them, in this batch or an earlier one. */
const batchAfter = (before: number) =>
  fc
    .array(
      fc.record({
        picks: fc.array(fc.tuple(fc.nat(30), fc.constantFrom(null, null, 'yes', 'no')), { maxLength: 3 }),
        agent: names,
        provider: names,
        group: fc.constantFrom(null, null, { name: 'g', limit: 1 }, { name: 'h', limit: 2 }),
        weight: fc.integer({ min: 1, max: 4 }),
        slotless: fc.constantFrom(false, false, false, true),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((list) =>
      list.map(({ picks, ...rest }, place): ScheduledNode => {
        const known = before + place;
        const deps = known === 0 ? [] : picks.map(([pick]) => pick % known);
        return { ...rest, deps, ports: picks.map(([, port]) => port).slice(0, deps.length) };
      }),
    );

const act = fc.record({
  kind: fc.constantFrom(
    'go',
    'go',
    'go',
    'go',
    'end',
    'end',
    'end',
    'fail',
    'hold',
    'again',
    'skip',
    'add',
    'stop',
  ),
  pick: fc.nat(1000),
});

/** Does the same to both, and says what both answered. */
const both =
  (left: Schedule, right: Schedule) =>
  <T>(does: (schedule: Schedule) => T): T => {
    const answer = does(left);
    expect(answer).toEqual(does(right));
    return answer;
  };

describe('createSchedule', () => {
  it('answers like a schedule that looks at everything again, whatever happens', () => {
    fc.assert(
      fc.property(
        batchAfter(0),
        fc.array(batchAfter(3), { maxLength: 3 }),
        fc.array(act, { maxLength: 80 }),
        fc.record({
          total: fc.integer({ min: 1, max: 4 }),
          agent: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
          provider: fc.option(fc.dictionary(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 2 })), {
            nil: undefined,
          }),
        }),
        (first, later, acts, limits) => {
          const ask = both(createSchedule(limits), createReference(limits));
          const size = () => ask((one) => one.size());
          const nodesIn = (...wanted: string[]) =>
            Array.from({ length: size() }, (_, node) => node).filter((node) =>
              wanted.includes(ask((one) => one.stateOf(node))),
            );
          ask((one) => one.add(first));
          // Dependencies of later batches are clipped to what is there.
          const queue = later.map((batch) =>
            batch.filter(({ deps }) => deps.every((dep) => dep < first.length)),
          );
          let stops = 1;
          for (const { kind, pick } of acts) {
            const chosen = (list: readonly number[]) => list[pick % Math.max(1, list.length)];
            const due = ask((one) => one.due());
            expect(ask((one) => one.due())).toEqual(due);
            if (kind === 'go' && due) {
              ask((one) => (due.as === 'start' ? one.start(due.node) : one.settle(due.node, due.as)));
            }
            const busy = chosen(nodesIn('running'));
            if (kind === 'end' && busy !== undefined) {
              ask((one) => one.settle(busy, 'done', [null, 'yes', 'no'][pick % 3]));
            }
            if (kind === 'fail' && busy !== undefined) ask((one) => one.settle(busy, 'failed'));
            if (kind === 'hold' && busy !== undefined) ask((one) => one.hold(busy));
            const held = chosen(nodesIn('held', 'running'));
            if (kind === 'again' && held !== undefined) {
              ask((one) => one.again(held, pick % 2 === 0 ? { agent: 'b', provider: 'a' } : undefined));
            }
            const any = chosen(nodesIn('waiting', 'ready', 'passed', 'running', 'held'));
            if (kind === 'skip' && any !== undefined) ask((one) => one.settle(any, 'skipped'));
            if (kind === 'add') {
              const batch = queue.shift();
              if (batch) ask((one) => one.add(batch, busy));
            }
            if (kind === 'stop' && pick < 200 && stops > 0) {
              stops -= 1;
              ask((one) => one.stop());
            }
            ask((one) => [one.open(), one.running()]);
          }
        },
      ),
      { numRuns: 400, verbose: true },
    );
  });

  it('starts what is on the longest way first, and of equals the one that stands first', () => {
    const schedule = createSchedule({ total: 10 });
    schedule.add([
      { deps: [] },
      { deps: [] },
      { deps: [] },
      { deps: [1] },
      { deps: [3], weight: 5 },
      { deps: [2] },
    ]);
    const order: number[] = [];
    for (let due = schedule.due(); due; due = schedule.due()) {
      order.push(due.node);
      schedule.start(due.node);
    }
    expect(order).toEqual([1, 2, 0]);
  });

  it('holds every bound while others go on', () => {
    const schedule = createSchedule({ total: 3, agent: 1, provider: { slow: 1 } });
    schedule.add([
      { deps: [], agent: 'x', provider: 'slow' },
      { deps: [], agent: 'y', provider: 'slow' },
      { deps: [], agent: 'x', provider: 'quick' },
      { deps: [], agent: 'z', provider: 'quick' },
      { deps: [], slotless: true },
    ]);
    const started: number[] = [];
    const go = () => {
      for (let due = schedule.due(); due; due = schedule.due()) {
        started.push(due.node);
        schedule.start(due.node);
      }
    };
    go();
    expect(started).toEqual([4, 0, 3]);
    schedule.settle(0, 'done');
    go();
    expect(started).toEqual([4, 0, 3, 1, 2]);
  });

  it.each([10_000, 100_000])(
    'runs a chain of %d, skips one and blocks one, without a deep stack',
    (length) => {
      const chain = Array.from({ length }, (_, node) => ({ deps: node === 0 ? [] : [node - 1] }));
      const schedule = createSchedule({ total: 4 });
      for (const first of ['done', 'skipped', 'failed'] as const) {
        const from = schedule.add(
          chain.map(({ deps }) => ({ deps: deps.map((dep) => dep + schedule.size()) })),
        );
        const ends = new Map<string, number>();
        for (let due = schedule.due(); due; due = schedule.due()) {
          if (due.as === 'start') schedule.start(due.node);
          const status = due.node === from ? first : due.as === 'start' ? 'done' : due.as;
          ends.set(status, (ends.get(status) ?? 0) + 1);
          schedule.settle(due.node, status);
        }
        const rest = first === 'failed' ? 'blocked' : first;
        expect(ends.get(rest)).toBe(first === rest ? length : length - 1);
      }
      expect(schedule.open()).toBe(0);
    },
  );

  it.each(['done', 'failed', 'skipped', 'blocked'] as const)(
    'waits for the end of a node, %s or not, where nothing of it is used',
    (status) => {
      const schedule = createSchedule({ total: 4 });
      schedule.add([{ deps: [] }, { deps: [] }, { deps: [0, 1], ports: [null, ENDED_PORT] }]);
      schedule.start(0);
      schedule.start(1);
      schedule.settle(0, 'done');
      expect(schedule.due()).toBeUndefined();
      schedule.settle(1, status);
      expect(schedule.due()).toEqual({ node: 2, as: 'start' });
    },
  );

  it('passes over a node of which what it uses was skipped, whatever else has ended', () => {
    const schedule = createSchedule({ total: 4 });
    schedule.add([{ deps: [] }, { deps: [] }, { deps: [0, 1], ports: [null, ENDED_PORT] }]);
    schedule.settle(1, 'done');
    schedule.settle(0, 'skipped');
    expect(schedule.due()).toEqual({ node: 2, as: 'skipped' });
  });

  it('never starts what is on a cycle', () => {
    const schedule = createSchedule({ total: 4 });
    schedule.add([{ deps: [1] }, { deps: [0] }, { deps: [] }]);
    expect(schedule.due()).toEqual({ node: 2, as: 'start' });
    schedule.start(2);
    expect(schedule.due()).toBeUndefined();
  });
});
