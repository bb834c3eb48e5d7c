import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { Head, PartialText } from '../../event-store.ts';
import type { Upcasters } from '../../upcasters.ts';
import { type Outcome, storageFailure } from '../storage-failure.ts';
import { openGraphReader } from './graph-reader.ts';
import { openMoneyReader } from './money-reader.ts';
import { openOwnerReader } from './owner-reader.ts';
import { type Decode, openEventReader } from './read-events.ts';
import type { ReaderRequest } from './reader-messages.ts';
import { openSearchTurns } from './search-turns.ts';
import { openSessionList } from './session-list.ts';
import { openTurnPages } from './turn-pages.ts';
import { openVerifyStream } from './verify-stream.ts';

export interface ReaderOptions {
  readonly database: Database.Database;
  readonly path: string;
  readonly decode: Decode;
  readonly upcasters: Upcasters;
}

/** Answers one request; never throws. */
export type Reader = (request: ReaderRequest) => Outcome;

export const openReader = ({ database, path, decode, upcasters }: ReaderOptions): Reader => {
  const events = openEventReader(database, decode);
  const owners = openOwnerReader(database);
  const sessions = openSessionList(database, owners);
  const turns = openTurnPages(database, decode);
  const search = openSearchTurns(database);
  const money = openMoneyReader(database);
  const graphs = openGraphReader(database);
  const verify = openVerifyStream(database, decode, upcasters);
  const head = database.prepare<[string], Head>('SELECT count, hash FROM heads WHERE session_id = ?');
  const partials = database.prepare<[string], PartialText>(
    `SELECT task_id AS taskId, call_id AS callId, round, speaker_index AS speakerIndex, agent, kind, text, at
     FROM journal WHERE session_id = ? ORDER BY round, speaker_index`,
  );
  const countEvents = database.prepare<[], number>('SELECT coalesce(sum(count), 0) FROM heads').pluck();

  const answer = (request: Exclude<ReaderRequest, { kind: 'sessions' }>): unknown => {
    switch (request.kind) {
      case 'read':
        return events.read(request);
      case 'quarantined':
        return events.quarantined(request.stream, request.after);
      case 'head':
        return head.get(request.stream);
      case 'owner':
        return owners.ownerOf(request.sessionId, request.now);
      case 'partials':
        return partials.all(request.sessionId);
      case 'session':
        return sessions.one(request.sessionId, request.now);
      case 'interrupted':
        return sessions.interrupted(request.now);
      case 'turns':
        return turns(request.sessionId, request.after, request.limit);
      case 'search':
        return search(request.query, request.limit);
      case 'verify':
        return verify(request.stream, request.progress);
      case 'spending':
        return money.spending(request.scope, request.key);
      case 'spending-keys':
        return money.keys(request.scope);
      case 'reserved':
        return money.reserved();
      case 'cost-calls':
        return money.calls(request.query);
      case 'costs':
        return money.costs(request.query);
      case 'graphs':
        return graphs(request.question);
      case 'statistics':
        return { events: countEvents.get() ?? 0, bytes: sizeOf(path) + sizeOf(`${path}-wal`) };
      default:
        return request satisfies never;
    }
  };
  return (request) => {
    try {
      if (request.kind === 'sessions') return sessions.page(request.query, request.now);
      return { ok: true, value: answer(request) };
    } catch (error) {
      return { ok: false, failure: storageFailure(error, path) };
    }
  };
};

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
