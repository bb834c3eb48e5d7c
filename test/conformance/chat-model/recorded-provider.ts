import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chanceBits } from '../../../core/effects/index.ts';
import { completeOnce, KEY, type Outcome, openFor, streamAll } from './call-recording.ts';
import { type Delivery, deliveriesOf } from './cut-body.ts';
import exceptions from './exceptions.json' with { type: 'json' };
import { expectedFindings, findingsOf } from './findings.ts';
import { hasCollection, type Recording, readRecordings } from './recordings.ts';
import { type BodyServer, type Reply, serveBodies } from './serve-bodies.ts';

/** Calls that are under way at once. */
const AT_ONCE = 8;

const exceptional: Readonly<Record<string, { readonly findings: object } | undefined>> = exceptions;

/** Recordings of a stream that broke off end with the connection; a refused call ends in good order. */
const endOf = ({ status, expected }: Recording): Reply['end'] =>
  status === 200 && expected.stream_complete === false && !expected.error ? 'closed' : 'orderly';

const call = async (
  server: BodyServer,
  recording: Recording,
  delivery: Delivery,
  end: Reply['end'],
): Promise<Outcome> => {
  const { status, headers, kind, expected } = recording;
  const offer = server.offer({ status, headers, pieces: delivery.pieces, end });
  const model = await openFor(recording, offer.address);
  // An error answer to a stream is JSON too, and has nothing to say about being complete.
  return kind === 'json' && expected.stream_complete === null
    ? await completeOnce(model)
    : await streamAll(model);
};

const inBatches = async <Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(run))));
  }
  return results;
};

/** The port number of the server is in messages, and each delivery has its own request. */
const comparable = (outcome: Outcome) =>
  JSON.parse(JSON.stringify(outcome).replaceAll(/127\.0\.0\.1:\d+/g, 'loopback'));

/** The conformance suite of one adapter: every recording, in every delivery, gives what was recorded. */
export const describeRecordedProvider = (provider: string) => {
  const { recordings, leftOut } = readRecordings(provider);
  const omitted = Object.entries(leftOut).map(([api, count]) => `${count} x ${api}`);
  const note = hasCollection ? '' : ', all written by ourselves: the collection of real ones is not here';
  const left = omitted.length > 0 ? `; left out as features we do not have: ${omitted.join(', ')}` : '';
  process.stdout.write(
    `chat-model conformance, ${provider}: ${recordings.length} recordings${note}${left}\n`,
  );

  describe(`${provider}, recorded`, () => {
    let server: BodyServer;
    beforeAll(async () => {
      server = await serveBodies();
    });
    afterAll(() => server.close());

    it('has recordings', () => {
      expect(recordings.length).toBeGreaterThan(0);
    });

    it.each(recordings.map((recording) => [recording.id, recording] as const))(
      '%s',
      async (id, recording) => {
        const seed = chanceBits(1, id) % 1_000_000;
        const [undivided, ...others] = deliveriesOf(recording.body, recording.kind, seed);
        if (!undivided) throw new Error('there is always a whole delivery');
        const end = endOf(recording);
        const outcome = await call(server, recording, undivided, end);
        const expected = expectedFindings(recording);
        const exception = exceptional[id]?.findings;
        expect(findingsOf(outcome, recording)).toEqual({ ...expected, ...exception });
        if (exception) expect(expected, 'the exception is not needed any more').not.toMatchObject(exception);
        expect(JSON.stringify(outcome)).not.toContain(KEY);

        const outcomes = await inBatches(others, (delivery) => call(server, recording, delivery, end));
        for (const [index, other] of outcomes.entries()) {
          expect(comparable(other), others[index]?.name).toEqual(comparable(outcome));
        }
        if (end === 'closed') {
          const orderly = await call(server, recording, undivided, 'orderly');
          expect(orderly.parts).toEqual(outcome.parts);
          expect(orderly.error?.code).toBe('provider/cut');
        }
      },
    );
  });
};
