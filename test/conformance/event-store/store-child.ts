import { writeSync } from 'node:fs';
import { AgentNetError, type SessionId } from '../../../core/contract/index.ts';
import { realEffects } from '../../../core/effects/index.ts';
import {
  currentOwner,
  type EventStore,
  openSqliteEventStore,
  type SessionWriter,
} from '../../../core/storage/index.ts';
import { createdDraft, settingsDraft, turnDraft } from './sample-drafts.ts';

/**
 * A process of its own on a data folder. Says on standard output what it was told is stored, one line each:
 * `<stream> <seq> <hash>`, written before anything else is done.
 *
 *   write-until-killed FOLDER SESSION...   takes or makes the sessions and appends to all of them for ever
 *   write FOLDER ROUNDS SESSION...         appends ROUNDS times to each session and to `system`, then ends
 */
const [task, folder = '', ...rest] = process.argv.slice(2);
const at = () => realEffects.clock.now();

const acknowledge = (stream: string, event: { seq: number; hash: string } | undefined): void => {
  if (event) writeSync(1, `${stream} ${event.seq} ${event.hash}\n`);
};

const hold = async (store: EventStore, id: SessionId): Promise<SessionWriter> => {
  const owner = currentOwner(realEffects);
  const taken = await store.takeSession(id, owner).catch((error: unknown) => {
    if (error instanceof AgentNetError && error.code === 'input/unknown-session') return undefined;
    throw error;
  });
  if (taken) return taken;
  const writer = await store.createSession(id, owner);
  const created = writer.append([createdDraft()], at());
  await writer.flushed();
  acknowledge(id, created.at(-1));
  return writer;
};

const writeOn = async (
  writer: SessionWriter,
  rounds: number,
  afterRound: (round: number) => Promise<void>,
) => {
  for (let round = 0; round < rounds; round += 1) {
    const size = 1 + ((round * 7 + writer.head.count) % 40);
    const drafts = Array.from({ length: size }, (_, index) => turnDraft(writer.sessionId, index));
    const events = writer.append(drafts, at());
    await writer.flushed();
    acknowledge(writer.sessionId, events.at(-1));
    await afterRound(round);
  }
};

const store = await openSqliteEventStore({ folder, effects: realEffects });
if (task === 'write-until-killed') {
  const writers = await Promise.all(rest.map((id) => hold(store, id as SessionId)));
  await Promise.all(writers.map((writer) => writeOn(writer, Number.POSITIVE_INFINITY, async () => {})));
} else {
  const [rounds, ...ids] = rest;
  const writers = await Promise.all(ids.map((id) => hold(store, id as SessionId)));
  const system = async (round: number) =>
    acknowledge('system', (await store.appendSystem([settingsDraft(round)], at())).at(-1));
  await Promise.all(writers.map((writer) => writeOn(writer, Number(rounds), system)));
  await store.close();
}
