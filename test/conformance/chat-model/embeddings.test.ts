import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../core/contract/index.ts';
import { chanceBits } from '../../../core/effects/index.ts';
import type { Embeddings } from '../../../core/providers/index.ts';
import { KEY, openEmbeddingsFor } from './call-recording.ts';
import { type Delivery, deliveriesOf } from './cut-body.ts';
import { embeddingRecordings, type Recording } from './recordings.ts';
import { type BodyServer, type Offer, serveBodies } from './serve-bodies.ts';

const recordings = ['ollama', 'openai-embeddings', 'azure-openai'].flatMap(embeddingRecordings);
const never = () => new AbortController().signal;
const textsFor = ({ expected }: Recording) =>
  Array.from({ length: expected.vectors ?? 1 }, (_, index) => `text ${index}`);

let server: BodyServer;
beforeAll(async () => {
  server = await serveBodies();
});
afterAll(() => server.close());

const embed = async (
  recording: Recording,
  pieces: Delivery['pieces'],
  texts = textsFor(recording),
): Promise<{ readonly offer: Offer; readonly result: Embeddings | AgentNetError }> => {
  const { status, headers } = recording;
  const offer = server.offer({ status, headers, pieces, end: 'orderly' });
  const model = await openEmbeddingsFor(recording, offer.address);
  try {
    return { offer, result: await model.embed(texts, never()) };
  } catch (thrown) {
    if (thrown instanceof AgentNetError) return { offer, result: thrown };
    throw thrown;
  }
};

describe('embeddings, recorded', () => {
  it.each(recordings.map((recording) => [recording.id, recording] as const))('%s', async (id, recording) => {
    const { body, kind, expected } = recording;
    const [undivided, ...others] = deliveriesOf(body, kind, chanceBits(1, id) % 1_000_000);
    const { offer, result } = await embed(recording, undivided?.pieces ?? []);
    expect(JSON.stringify(offer.received()?.headers)).toContain(KEY);
    if (expected.error) {
      expect(result).toMatchObject({ code: 'provider/auth', retryable: false });
      return;
    }
    if (result instanceof AgentNetError) throw result;
    expect(result.vectors).toHaveLength(expected.vectors ?? Number.NaN);
    if (expected.dimensions) expect(result.vectors[0]).toHaveLength(expected.dimensions);
    // All of these models give vectors of length 1, so that a wrong decoding would show.
    if (!id.startsWith('own/')) {
      const [vector = []] = result.vectors;
      expect(Math.hypot(...vector)).toBeCloseTo(1, 1);
    }
    expect(result).toMatchObject({ model: expected.model, usage: { input: expected.tokens_in } });
    for (const { name, pieces } of others)
      expect((await embed(recording, pieces)).result, name).toEqual(result);
  });

  it('come in the order of the texts', async () => {
    for (const recording of recordings.filter(({ id, status }) => id.startsWith('own/') && status === 200)) {
      const { result } = await embed(recording, [recording.body]);
      expect(result).toMatchObject({
        vectors: [
          [0.5, -0.25, 0.125],
          [1, 0, -1],
        ],
      });
    }
  });

  it('are refused when there is not one for each text, or when they are none', async () => {
    for (const recording of recordings.filter(({ id, status }) => id.startsWith('own/') && status === 200)) {
      const short = await embed(recording, [recording.body], ['a', 'b', 'c']);
      expect(short.result).toMatchObject({ code: 'provider/malformed' });
      const other = await embed(recording, [Buffer.from('{"hello":1}')]);
      expect(other.result).toMatchObject({ code: 'provider/malformed' });
    }
  });
});
