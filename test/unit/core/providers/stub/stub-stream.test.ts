import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../../core/effects/index.ts';
import type { StreamPart } from '../../../../../core/providers/chat-model.ts';
import { atOnce, paced, streamTokens } from '../../../../../core/providers/stub/stub-stream.ts';

const finish = {
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: {},
  model: 'stub/debater',
  requestId: null,
  warnings: [],
} as const;

const collect = async (stream: AsyncIterable<StreamPart>): Promise<readonly StreamPart[]> => {
  const parts: StreamPart[] = [];
  for await (const part of stream) parts.push(part);
  return parts;
};

describe('streamTokens', () => {
  it('loses nothing and keeps blanks with the word behind them', () => {
    fc.assert(fc.property(fc.string(), (text) => streamTokens(text).join('') === text));
    expect(streamTokens('One two\n\nthree ')).toEqual(['One', ' two', '\n\nthree', ' ']);
  });
});

describe('atOnce', () => {
  it('is one delta and the finish', async () => {
    const parts = await collect(atOnce('Hello there', finish));
    expect(parts).toEqual([
      { kind: 'text-delta', text: 'Hello there' },
      { kind: 'finish', ...finish },
    ]);
  });

  it('is only the finish for an empty text', async () => {
    expect(await collect(atOnce('', finish))).toEqual([{ kind: 'finish', ...finish }]);
  });
});

describe('paced', () => {
  const run = (text: string, tokensPerSecond: number) => {
    const effects = fakeEffects();
    const controller = new AbortController();
    const seen: { at: number; text: string }[] = [];
    const done = (async () => {
      for await (const part of paced(text, tokensPerSecond, effects.clock, controller.signal)) {
        if (part.kind === 'text-delta') seen.push({ at: effects.clock.elapsed(), text: part.text });
      }
    })();
    return { effects, controller, seen, done };
  };

  it('gives one token a beat, counted from the start', async () => {
    const { effects, seen, done } = run('a b c d', 10);
    await effects.advance(1_000);
    await done;
    expect(seen).toEqual([
      { at: 0, text: 'a' },
      { at: 100, text: ' b' },
      { at: 200, text: ' c' },
      { at: 300, text: ' d' },
    ]);
    expect(effects.pendingTimers()).toBe(0);
  });

  it('does not drift at a pace that milliseconds do not divide', async () => {
    const words = Array.from({ length: 61 }, (_, index) => `w${index}`).join(' ');
    const { effects, seen, done } = run(words, 60);
    await effects.advance(5_000);
    await done;
    expect(seen.at(-1)?.at).toBeCloseTo(1_000, 6);
    expect(seen.map((one) => one.text).join('')).toBe(words);
  });

  it('sends what is overdue together', async () => {
    const effects = fakeEffects();
    const clock = { ...effects.clock, elapsed: () => effects.clock.elapsed() * 5 };
    const parts: string[] = [];
    const done = (async () => {
      for await (const part of paced('a b c d e f', 10, clock, new AbortController().signal)) {
        if (part.kind === 'text-delta') parts.push(part.text);
      }
    })();
    await effects.advance(2_000);
    await done;
    expect(parts.join('')).toBe('a b c d e f');
    expect(parts.length).toBeLessThan(6);
  });

  it('stops at once when aborted, leaving no timer', async () => {
    const { effects, controller, seen, done } = run('a b c d', 1);
    const failed = expect(done).rejects.toThrow('enough');
    await effects.advance(1_000);
    controller.abort(new Error('enough'));
    await failed;
    expect(seen).toHaveLength(2);
    expect(effects.pendingTimers()).toBe(0);
  });
});
