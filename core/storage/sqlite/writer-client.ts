import { Worker } from 'node:worker_threads';
import { afterTurn, realEffects } from '../../effects/index.ts';
import { joinAppends } from './join-appends.ts';
import type { FromWriter, GroupOperation, ToWriter, WriterData, WriterRequest } from './messages.ts';
import { openPatience } from './patience.ts';
import type { Outcome, StorageFailure } from './storage-failure.ts';
import { threadMarks } from './thread-marks.ts';
import { toAgentNetError } from './to-agent-net-error.ts';

type Settled = (outcome: Outcome) => void;

const { clock } = realEffects;

/** Rows of one append that are posted while later ones are still being sealed. */
export interface OperationStream {
  send(operation: GroupOperation): void;
  end(operation: GroupOperation, settled: Settled): void;
  abort(): void;
}

/** The main thread's end of the writer thread. */
export interface WriterClient {
  /** Queues an operation; `settled` is called after its commit, in the order of the queue. */
  submit(operation: GroupOperation, settled: Settled): void;
  /** To be used and ended in one go; undefined once the thread is lost. */
  stream(): OperationStream | undefined;
  /** Runs after everything queued before. Rejects with `storage/*`. */
  request(request: WriterRequest): Promise<unknown>;
  onForeign(listener: () => void): void;
  /** Group commits so far. */
  readonly commits: number;
  /** Ends the thread; everything queued is committed first. */
  close(): Promise<void>;
}

/**
 * Batches on their way: one that is being committed and two that wait behind it. What comes in meanwhile is
 * posted as one message when the first is done.
 */
const MOST_UNDER_WAY = 3;
/** Operations, or values of rows, that are worth a message of their own, however many batches are under way. */
const POST_AT = 32;
const POST_AT_VALUES = 2_000;
/** So long this thread looks whether a batch is committed before it waits to be told, in milliseconds. */
const LOOK_MS = 0.4;

/** An operation that is to be posted, and who wants to know of it. */
interface Gathered {
  operation: GroupOperation;
  readonly settled: Settled[];
}

const COMMITTED: Outcome = { ok: true, value: undefined };

/** Starts the thread, which opens the database. Rejects with `storage/*` when it cannot. */
export const openWriterClient = async (data: Omit<WriterData, 'marks'>): Promise<WriterClient> => {
  const marks = threadMarks();
  const worker = new Worker(workerUrl('writer.worker'), { workerData: { ...data, marks: marks.shared } });
  const underWay: { readonly number: number; readonly settled: readonly (readonly Settled[])[] }[] = [];
  const replies = new Map<number, Settled>();
  let foreign = () => {};
  let gathered: Gathered[] = [];
  let submitted = 0;
  let values = 0;
  let number = 0;
  let requests = 0;
  let scheduled = false;
  let lost: StorageFailure | null = null;
  let ready: (failure: StorageFailure | null) => void = () => {};
  const opened = new Promise<StorageFailure | null>((resolve) => {
    ready = resolve;
  });

  const post = (message: ToWriter): void => worker.postMessage(message);
  /** The thread has enough to do, as far as this one can see. */
  const isBusy = (): boolean => {
    const last = underWay[underWay.length - MOST_UNDER_WAY];
    return last !== undefined && marks.committedFrom(last.number) < last.number;
  };

  const patience = openPatience(clock, LOOK_MS);
  let lookUntil: number | null = null;
  /** Looks for the commit of what was just posted, between all else that is to be done here. */
  const lookForCommit = (): void => {
    if (lookUntil !== null) return;
    lookUntil = patience.begin();
    if (lookUntil === null) return;
    marks.look(true);
    afterTurn(look);
  };
  const look = (): void => {
    const [first] = underWay;
    takeCommitted();
    if (underWay.length > 0 && lookUntil !== null) {
      if (underWay[0] !== first) lookUntil = clock.elapsed() + LOOK_MS;
      if (clock.elapsed() < lookUntil) {
        afterTurn(look);
        return;
      }
      patience.missed();
    } else patience.found();
    lookUntil = null;
    marks.look(false);
    // What was committed before the thread could see that it has to tell.
    takeCommitted();
  };
  const takeCommitted = (): void => {
    const first = underWay[0];
    const through = first ? marks.committedFrom(first.number) : 0;
    if (first && through >= first.number) settle({ kind: 'settled', through, outcomes: [] });
  };

  const postGathered = (): void => {
    if (gathered.length === 0) return;
    const batch = gathered;
    gathered = [];
    submitted = 0;
    values = 0;
    number += 1;
    underWay.push({ number, settled: batch.map(({ settled }) => settled) });
    post({ kind: 'batch', number, operations: batch.map(({ operation }) => operation) });
    lookForCommit();
  };
  const flush = (): void => {
    scheduled = false;
    if (!isBusy()) postGathered();
  };

  const settle = (message: Extract<FromWriter, { kind: 'settled' }>): void => {
    const byBatch = Map.groupBy(message.outcomes, ({ batch }) => batch);
    const done: (readonly [Settled, Outcome])[] = [];
    while (underWay[0] && underWay[0].number <= message.through) {
      const batch = underWay.shift();
      const outcomes = new Map(
        byBatch.get(batch?.number ?? 0)?.map(({ index, outcome }) => [index, outcome]),
      );
      for (const [index, all] of (batch?.settled ?? []).entries()) {
        for (const one of all) done.push([one, outcomes.get(index) ?? COMMITTED]);
      }
    }
    // The thread gets its next batch before this one's listeners take their time.
    flush();
    for (const [one, outcome] of done) one(outcome);
  };

  const loseThread = (cause: string): void => {
    if (lost) return;
    lost = {
      code: 'storage/failed',
      message: `The thread that writes to the database has ended: ${cause}`,
      where: { file: data.path },
      kept: 'Everything that was shown as finished is stored.',
      remedy: 'Start AgentNet again and go on with the session.',
    };
    const outcome: Outcome = { ok: false, failure: lost };
    const waiting = [
      ...underWay.splice(0).flatMap(({ settled }) => settled.flat()),
      ...gathered.splice(0).flatMap(({ settled }) => settled),
      ...replies.values(),
    ];
    replies.clear();
    ready(lost);
    for (const settled of waiting) settled(outcome);
  };

  worker.on('message', (message: FromWriter) => {
    // Where a message is not about commits it comes behind them.
    if (message.kind !== 'settled') takeCommitted();
    switch (message.kind) {
      case 'ready':
        return ready(null);
      case 'not-opened':
        return ready(message.failure);
      case 'settled':
        settle(message);
        return takeCommitted();
      case 'reply': {
        const settled = replies.get(message.id);
        replies.delete(message.id);
        return settled?.(message.outcome);
      }
      case 'foreign':
        return foreign();
      default:
        return message satisfies never;
    }
  });
  worker.on('error', (error) => loseThread(error instanceof Error ? error.message : String(error)));
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      loseThread('it was closed');
      resolve();
    });
  });

  const request = (request: WriterRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const settled: Settled = (outcome) =>
        outcome.ok ? resolve(outcome.value) : reject(toAgentNetError(outcome.failure));
      if (lost) return settled({ ok: false, failure: lost });
      // What was queued before goes before, however much is under way.
      postGathered();
      requests += 1;
      replies.set(requests, settled);
      post({ kind: 'request', id: requests, request });
    });

  const failure = await opened;
  if (failure) {
    // It ends by itself; a thread that is made to may crash in native code.
    await ended;
    throw toAgentNetError(failure);
  }
  return {
    submit: (operation, settled) => {
      if (lost) return settled({ ok: false, failure: lost });
      const last = gathered[gathered.length - 1];
      const joined = last && joinAppends(last.operation, operation);
      if (joined) {
        last.operation = joined;
        last.settled.push(settled);
      } else gathered.push({ operation, settled: [settled] });
      submitted += 1;
      // While this thread is busy no settled batch is heard of; the other one shall have enough to do meanwhile.
      values += operation.kind === 'append' ? operation.rows.length : 0;
      if (submitted >= POST_AT || values >= POST_AT_VALUES) return postGathered();
      if (scheduled || isBusy()) return;
      scheduled = true;
      queueMicrotask(flush);
    },
    stream: () => {
      if (lost) return undefined;
      postGathered();
      number += 1;
      const own = number;
      let sent = 0;
      const part = (operations: readonly GroupOperation[], more?: 'more' | 'abort'): void => {
        post({ kind: 'batch', number: own, operations, ...(more && { part: more }) });
        marks.partPosted();
      };
      return {
        send: (operation) => {
          sent += 1;
          part([operation], 'more');
        },
        end: (operation, settled) => {
          const unheard: readonly Settled[][] = Array.from({ length: sent }, () => []);
          underWay.push({ number: own, settled: [...unheard, [settled]] });
          part([operation]);
          lookForCommit();
        },
        abort: () => {
          underWay.push({ number: own, settled: [] });
          part([], 'abort');
        },
      };
    },
    request,
    get commits() {
      return marks.commits;
    },
    onForeign: (listener) => {
      foreign = listener;
    },
    close: async () => {
      if (!lost) await request({ kind: 'close' });
      await ended;
    },
  };
};

/** A worker's file: the source itself, or in the bundle the entry beside this chunk. */
export const workerUrl = (name: string): URL =>
  new URL(import.meta.url.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, import.meta.url);
