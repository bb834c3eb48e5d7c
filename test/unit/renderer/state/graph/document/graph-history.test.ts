import { describe, expect, it } from 'vitest';
import { diffOf, readGraph } from '../../../../../../core/graph/index.ts';
import {
  emptyHistory,
  graphAt,
  withStep,
} from '../../../../../../renderer/state/graph/document/graph-history.ts';

const graphs = ['0', '1', '2', '3'].map((id) => readGraph({ nodes: [{ id }] }).graph);
const [none, one, two, three] = graphs as [never, never, never, never];
const step = (before: never, after: never, at: number, burst: string | null = null) => ({
  label: 'Edit',
  at,
  burst,
  diff: diffOf(before, after),
  scope: [],
});

describe('withStep', () => {
  it('joins a burst to one step that goes back to where it began', () => {
    const history = withStep(withStep(emptyHistory, step(none, one, 0, 'x')), step(one, two, 500, 'x'));
    expect(history).toMatchObject({ done: 1, steps: [{ at: 500 }] });
    expect(graphAt(history, two, 0)).toEqual(none);
    expect(graphAt({ ...history, done: 0 }, none, 1)).toEqual(two);
  });

  it('keeps apart what is of another burst, of none, or comes after a pause', () => {
    const first = withStep(emptyHistory, step(none, one, 0, 'x'));
    expect(withStep(first, step(one, two, 100, 'y')).steps).toHaveLength(2);
    expect(withStep(first, step(one, two, 5000, 'x')).steps).toHaveLength(2);
    const plain = withStep(emptyHistory, step(none, one, 0));
    expect(withStep(plain, step(one, two, 1)).steps).toHaveLength(2);
  });

  it('drops what was taken back, and the oldest beyond its bound', () => {
    const history = withStep(withStep(emptyHistory, step(none, one, 0)), step(one, two, 1));
    expect(withStep({ ...history, done: 1 }, step(one, three, 2))).toMatchObject({ done: 2 });
    let long = emptyHistory;
    for (let index = 0; index < 600; index += 1) long = withStep(long, step(none, one, index));
    expect(long).toMatchObject({ done: 500, steps: { length: 500 } });
  });
});

describe('graphAt', () => {
  it('is the graph after so many steps, in both directions', () => {
    let history = emptyHistory;
    for (const [before, after] of [
      [none, one],
      [one, two],
      [two, three],
    ] as const) {
      history = withStep(history, step(before, after, history.steps.length));
    }
    for (const from of [0, 1, 2, 3]) {
      for (const to of [0, 1, 2, 3]) {
        const now = graphs[from] as never;
        expect(graphAt({ ...history, done: from }, now, to)).toEqual(graphs[to]);
      }
    }
  });
});
