import { expect, it } from 'vitest';
import { measureDue } from '../../../../../core/orchestration/protocols/measure-due.ts';
import type { Stage } from '../../../../../core/orchestration/protocols/stage.ts';
import { roundStarted, spoken, stateAfter } from './state-after.ts';

const place = (speakerIndex: number, agent: string) =>
  ({ round: 1, speakerIndex, agent, turnKind: 'position' }) as const;
const events = [
  roundStarted(1, 'positions'),
  ...spoken(place(1, 'Apollo'), { position: 'Keep the cache near users' }),
  ...spoken(place(0, 'Athena'), { position: 'Keep the cache near users' }),
  ...spoken(place(2, 'Hermes'), { position: 'Build a warehouse of tape' }),
];

it('measures each method once, in their order, with the same result whoever ended first', () => {
  const state = stateAfter(events);
  const first = measureDue(state, state.stage as Stage);
  expect(first?.data).toMatchObject({ method: 'lexical', round: 1, met: false });
  const after = stateAfter([...events, ...(first ? [first] : [])]);
  const second = measureDue(after, after.stage as Stage);
  expect(second?.data).toMatchObject({ method: 'stagnation', met: false });
  const done = stateAfter([...events, ...(first ? [first] : []), ...(second ? [second] : [])]);
  expect(measureDue(done, done.stage as Stage)).toBeNull();
  const [opening, ...turns] = events;
  const reordered = stateAfter([...(opening ? [opening] : []), ...turns.slice(2), ...turns.slice(0, 2)]);
  expect(measureDue(reordered, reordered.stage as Stage)).toEqual(first);
});

it('measures nothing where convergence is off', () => {
  const state = stateAfter(events, { convergence: false });
  expect(measureDue(state, state.stage as Stage)).toBeNull();
});
