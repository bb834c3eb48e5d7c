import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAtRest } from '../../../../renderer/state/ask-at-rest.ts';

const heard = () => {
  const said: unknown[] = [];
  return {
    said,
    answered: (answer: unknown) => said.push(answer),
    failed: (error: unknown) => said.push({ failed: error }),
  };
};

describe('askAtRest', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks when the typing rests, once', async () => {
    const ears = heard();
    const ask = vi.fn(async () => 'answer');
    askAtRest({ ...ears, ask });
    expect(ask).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(ask).toHaveBeenCalledOnce();
    expect(ears.said).toEqual(['answer']);
  });

  it('asks nothing when it is taken back before', async () => {
    const ears = heard();
    const ask = vi.fn(async () => 'answer');
    askAtRest({ ...ears, ask })();
    await vi.runAllTimersAsync();
    expect(ask).not.toHaveBeenCalled();
  });

  it('gives up what is on its way, and does not hear its answer or its error', async () => {
    for (const settle of [() => Promise.resolve('late'), () => Promise.reject(new Error('late'))]) {
      const ears = heard();
      const signals: AbortSignal[] = [];
      let go = () => {};
      const gate = new Promise<void>((open) => {
        go = open;
      });
      const takeBack = askAtRest({
        ...ears,
        ask: async (signal) => {
          signals.push(signal);
          await gate;
          return settle();
        },
      });
      await vi.runAllTimersAsync();
      takeBack();
      go();
      await vi.runAllTimersAsync();
      expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
      expect(ears.said).toEqual([]);
    }
  });

  it('tells of an error', async () => {
    const ears = heard();
    const error = new Error('no answer');
    askAtRest({ ...ears, ask: () => Promise.reject(error) });
    await vi.runAllTimersAsync();
    expect(ears.said).toEqual([{ failed: error }]);
  });
});
