import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanes } from '../../../../../core/graph/schedule/lanes.ts';

/** Three agents and three providers, and a lane for each pair of them. */
const agents = ['agent x', 'agent y', 'agent z'];
const providers = ['provider x', 'provider y', 'provider z'];
const pairs: readonly (readonly string[])[] = agents.flatMap((agent) =>
  providers.map((provider) => [agent, provider]),
);

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom('push', 'push', 'push', 'start', 'start', 'end', 'drop'),
    lane: fc.nat(pairs.length),
    pick: fc.nat(100),
  }),
  { maxLength: 150 },
);

describe('createLanes', () => {
  it('gives the best node that all bounds have room for, like one that asks every node', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 6, maxLength: 6 }),
        fc.shuffledSubarray(
          Array.from({ length: 150 }, (_, node) => node),
          { minLength: 150, maxLength: 150 },
        ),
        acts,
        (limits, ranks, list) => {
          const limitOf = new Map(
            [...agents, ...providers].map((name, place) => [name, limits[place] as number]),
          );
          const rank = (node: number) => ranks[node] as number;
          const waiting = new Set<number>();
          const running: number[] = [];
          const laneOf: number[] = [];
          const lanes = createLanes(
            (a, b) => rank(a) < rank(b),
            (node) => waiting.has(node),
          );
          const numbers = pairs.map((pair) =>
            lanes.open(pair.map((name) => [name, limitOf.get(name) as number])),
          );
          numbers.push(-1);
          const used = (name: string) =>
            running.filter((node) => (pairs[laneOf[node] as number] ?? []).includes(name)).length;
          const naive = () =>
            [...waiting]
              .filter((node) =>
                (pairs[laneOf[node] as number] ?? []).every(
                  (name) => used(name) < (limitOf.get(name) as number),
                ),
              )
              .sort((a, b) => rank(a) - rank(b))[0];
          for (const { kind, lane, pick } of list) {
            const first = lanes.first();
            expect(first).toBe(naive());
            const node = laneOf.length;
            if (kind === 'push') {
              laneOf.push(lane);
              waiting.add(node);
              lanes.push(numbers[lane] as number, node);
            } else if (kind === 'start' && first !== undefined) {
              waiting.delete(first);
              running.push(first);
              lanes.start(numbers[laneOf[first] as number] as number, first);
            } else if (kind === 'end' && running.length > 0) {
              const [ended] = running.splice(pick % running.length, 1);
              lanes.release(numbers[laneOf[ended as number] as number] as number);
            } else if (kind === 'drop' && waiting.size > 0) {
              const dropped = [...waiting][pick % waiting.size] as number;
              waiting.delete(dropped);
              lanes.drop(numbers[laneOf[dropped] as number] as number, dropped);
            }
          }
          expect(lanes.first()).toBe(naive());
        },
      ),
      { numRuns: 1000, verbose: true },
    );
  });

  it('offers another lane of a bound when the offered one turns out to be full elsewhere', () => {
    const waiting = new Set<number>();
    const lanes = createLanes(
      (a, b) => a < b,
      (node) => waiting.has(node),
    );
    const [az, ax, ay, bx] = [
      lanes.open([['A', 1]]),
      lanes.open([
        ['A', 1],
        ['x', 1],
      ]),
      lanes.open([
        ['A', 1],
        ['y', 1],
      ]),
      lanes.open([['x', 1]]),
    ] as [number, number, number, number];
    const push = (lane: number, node: number) => {
      waiting.add(node);
      lanes.push(lane, node);
    };
    const start = (lane: number, node: number) => {
      expect(lanes.first()).toBe(node);
      waiting.delete(node);
      lanes.start(lane, node);
    };
    push(az, 0);
    start(az, 0);
    push(ax, 2);
    push(ay, 3);
    push(bx, 1);
    // Both lanes of A are parked there; the end of 0 offers the first of them, then 1 fills x.
    lanes.first();
    expect(lanes.first()).toBe(1);
    lanes.release(az);
    start(bx, 1);
    expect(lanes.first()).toBe(3);
  });

  it('offers another lane of a bound when the offered one loses its nodes', () => {
    const waiting = new Set([0, 1, 2]);
    const lanes = createLanes(
      (a, b) => a < b,
      (node) => waiting.has(node),
    );
    const [first, second, third] = [0, 1, 2].map((lane) =>
      lanes.open([
        ['A', 1],
        [`own ${lane}`, 1],
      ]),
    ) as [number, number, number];
    lanes.push(first, 0);
    waiting.delete(0);
    lanes.start(first, 0);
    lanes.push(second, 1);
    lanes.push(third, 2);
    lanes.release(first);
    waiting.delete(1);
    lanes.drop(second, 1);
    expect(lanes.first()).toBe(2);
  });
});
