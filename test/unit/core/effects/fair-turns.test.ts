import { describe, expect, it } from 'vitest';
import { fairTurns } from '../../../../core/effects/fair-turns.ts';

/** A loop whose turns and clock are moved by hand. */
const loop = () => {
  let now = 100;
  let turns: (() => void)[] = [];
  const breathe = fairTurns(
    () => now,
    (callback) => turns.push(callback),
  );
  const settle = async () => {
    for (let hop = 0; hop < 50; hop += 1) await null;
  };
  return {
    breathe,
    work: (ms: number) => {
      now += ms;
    },
    turn: async () => {
      const due = turns;
      turns = [];
      for (const callback of due) callback();
      await settle();
    },
    planned: () => turns.length,
  };
};

describe('fairTurns', () => {
  it('lets a turn work for a while and puts what comes then in line', async () => {
    const { breathe, work, turn, planned } = loop();
    expect(breathe()).toBeNull();
    work(0.7);
    expect(breathe()).toBeNull();
    work(0.5);
    const done: number[] = [];
    void breathe()?.then(() => done.push(1));
    void breathe()?.then(() => done.push(2));
    await turn();
    expect(done).toEqual([1, 2]);
    expect(breathe()).toBeNull();
    await turn();
    await turn();
    expect(planned()).toBe(0);
  });

  it('serves the line over as many turns as it takes, in the order of asking', async () => {
    const { breathe, work, turn } = loop();
    breathe();
    work(9);
    const done: number[] = [];
    const asks = async (number: number) => {
      await breathe();
      work(0.5);
      done.push(number);
    };
    for (const number of [1, 2, 3, 4, 5]) void asks(number);
    await turn();
    expect(done).toEqual([1, 2]);
    // Who comes later stands behind those who wait, though this turn has only begun.
    void asks(6);
    await turn();
    expect(done).toEqual([1, 2, 3, 4]);
    await turn();
    expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('counts anew from the first work after a quiet time', async () => {
    const { breathe, work, turn } = loop();
    breathe();
    await turn();
    work(500);
    expect(breathe()).toBeNull();
    work(0.7);
    expect(breathe()).toBeNull();
    work(0.7);
    expect(breathe()).not.toBeNull();
  });
});
