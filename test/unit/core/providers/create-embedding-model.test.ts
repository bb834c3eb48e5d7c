import { describe, expect, it } from 'vitest';
import { fakeEffects } from '../../../../core/effects/index.ts';
import {
  createEmbeddingModel,
  type EmbeddingAdapter,
} from '../../../../core/providers/create-embedding-model.ts';

const never = () => new AbortController().signal;
const modelOf = (ask: EmbeddingAdapter['ask']) => {
  const effects = fakeEffects();
  const model = createEmbeddingModel({
    name: 'lab/vectors',
    baseUrl: 'http://127.0.0.1:1',
    credentials: async () => ({}),
    waits: { headersMs: 1_000, firstByteMs: 1_000, idleMs: 1_000 },
    clock: effects.clock,
    ask,
    mapError: () => null,
  });
  return { model, effects };
};
const giving = (vectors: readonly unknown[]) =>
  modelOf(async () => ({ vectors, model: 'm', usage: { input: 2 } }));

describe('createEmbeddingModel', () => {
  it('gives a vector for each text and leaves no timer', async () => {
    const { model, effects } = giving([
      [1, 2],
      [3, 4],
    ]);
    expect(await model.embed(['a', 'b'], never())).toEqual({
      vectors: [
        [1, 2],
        [3, 4],
      ],
      model: 'm',
      usage: { input: 2 },
    });
    expect(effects.pendingTimers()).toBe(0);
  });

  it('asks nobody for nothing', async () => {
    const { model } = modelOf(() => Promise.reject(new Error('asked')));
    expect((await model.embed([], never())).vectors).toEqual([]);
  });

  it.each([
    ['too few', [[1, 2]]],
    ['of two lengths', [[1, 2], [3]]],
    ['empty', [[], []]],
    [
      'with what is no number',
      [
        [1, 2],
        [3, null],
      ],
    ],
    ['none', ['a', 'b']],
  ])('refuses vectors that are %s', async (_what, vectors) => {
    await expect(giving(vectors).model.embed(['a', 'b'], never())).rejects.toMatchObject({
      code: 'provider/malformed',
    });
  });

  it('is not called when the signal has fired', async () => {
    await expect(giving([[1]]).model.embed(['a'], AbortSignal.abort())).rejects.toMatchObject({
      code: 'provider/aborted',
    });
  });
});
