import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chance, chanceBits, pick } from '../../../core/effects/index.ts';
import { completeOnce, openFor, streamAll } from './call-recording.ts';
import { adapters, ownRecordings, type Recording } from './recordings.ts';
import { type BodyServer, serveBodies } from './serve-bodies.ts';

const SEED = 20_261_121;
const ROUNDS = 40;

/** Values that a field may hold in place of its own. */
const strangers = ['null', '0', '-1', '""', '"x"', '[]', '[null]', '{}', 'true', '1e999', '{"a":null}'];

/** Puts another value in the place of one that stands after a colon. */
const withStranger = (text: string, seed: number): string => {
  const values = [...text.matchAll(/:\s*("(?:[^"\\]|\\.)*"|-?\d+|true|false|null)/g)];
  const chosen = pick(values, seed, 'value');
  if (!chosen?.[1]) return text;
  const start = chosen.index + chosen[0].length - chosen[1].length;
  return text.slice(0, start) + pick(strangers, seed, 'stranger') + text.slice(start + chosen[1].length);
};

/** Takes the list or record away that begins at a place, up to its first end. */
const withoutNest = (text: string, seed: number): string => {
  const nests = [...text.matchAll(/:\s*([[{])/g)];
  const chosen = pick(nests, seed, 'nest');
  if (!chosen) return text;
  const start = chosen.index + chosen[0].length - 1;
  const end = text.indexOf(chosen[1] === '[' ? ']' : '}', start) + 1;
  return `${text.slice(0, start)}${pick(strangers, seed, 'in place')}${text.slice(end)}`;
};

const withNoise = (text: string, seed: number): string => {
  const at = Math.floor(chance(seed, 'at') * text.length);
  return text.slice(0, at) + String.fromCharCode(chanceBits(seed, 'noise') % 256) + text.slice(at + 1);
};

const damages = [
  withStranger,
  withoutNest,
  withNoise,
  (text: string, seed: number) => withStranger(withStranger(text, seed), seed + 1),
];

const damaged = ({ body, id }: Recording, round: number): Buffer => {
  const seed = chanceBits(SEED, id, round);
  const damage = pick(damages, seed, 'damage');
  return Buffer.from(damage ? damage(body.toString(), seed) : body.toString());
};

describe(`damaged answers, seed ${SEED}`, () => {
  let server: BodyServer;
  beforeAll(async () => {
    server = await serveBodies();
  });
  afterAll(() => server.close());

  it.each(adapters)(
    'of %s are read or refused as what they are, never as a fault of ours',
    async (provider) => {
      const codes = new Map<string, number>();
      for (const recording of ownRecordings(provider).filter(({ api }) => !api.includes('embed'))) {
        const { status, headers, kind } = recording;
        const outcomes = await Promise.all(
          Array.from({ length: ROUNDS }, async (_, round) => {
            const offer = server.offer({
              status,
              headers,
              pieces: [damaged(recording, round)],
              end: 'orderly',
            });
            const model = await openFor(recording, offer.address);
            return kind === 'json' ? await completeOnce(model) : await streamAll(model);
          }),
        );
        for (const [round, { answer, error }] of outcomes.entries()) {
          const code = error?.code ?? 'answered';
          codes.set(code, (codes.get(code) ?? 0) + 1);
          expect(code, `${recording.id}, round ${round}: ${error?.message}`).toMatch(
            /^(answered$|provider\/)/,
          );
          if (answer) expect(answer.text !== '' || answer.toolCalls.length > 0).toBe(true);
        }
      }
      expect(codes.get('answered')).toBeGreaterThan(0);
      expect(codes.get('provider/malformed')).toBeGreaterThan(0);
    },
  );
});
