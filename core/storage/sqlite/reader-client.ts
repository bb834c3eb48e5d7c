import { Worker } from 'node:worker_threads';
import type { FromReader, ReaderData, ReaderRequest, ToReader } from './reader/reader-messages.ts';
import type { Outcome, StorageFailure } from './storage-failure.ts';
import { toAgentNetError } from './to-agent-net-error.ts';
import { workerUrl } from './writer-client.ts';

/** The main thread's end of the reader thread. */
export interface ReaderClient {
  /** Rejects with `storage/*`. The caller knows what type answers its request. */
  ask<T>(request: ReaderRequest): Promise<T>;
  close(): Promise<void>;
}

/** The thread starts with the first request: a run that only writes does not pay for it. */
export const openReaderClient = (data: ReaderData): ReaderClient => {
  const replies = new Map<number, (outcome: Outcome) => void>();
  let ids = 0;
  let thread: { readonly worker: Worker; readonly ended: Promise<void> } | null = null;
  let closed = false;

  const lose = (worker: Worker, cause: string): void => {
    if (thread?.worker !== worker) return;
    thread = null;
    const failure = lostThread(data.path, cause);
    for (const settle of [...replies.values()]) settle({ ok: false, failure });
    replies.clear();
  };
  const start = (): { readonly worker: Worker; readonly ended: Promise<void> } => {
    const worker = new Worker(workerUrl('reader.worker'), { workerData: data });
    worker.on('message', ({ id, outcome }: FromReader) => {
      replies.get(id)?.(outcome);
      replies.delete(id);
    });
    worker.on('error', (error) => lose(worker, error instanceof Error ? error.message : String(error)));
    const ended = new Promise<void>((resolve) => {
      worker.on('exit', () => {
        lose(worker, 'it was closed');
        resolve();
      });
    });
    return { worker, ended };
  };

  return {
    ask: <T>(request: ReaderRequest) =>
      new Promise<T>((resolve, reject) => {
        if (closed) return reject(toAgentNetError(lostThread(data.path, 'it was closed')));
        thread ??= start();
        ids += 1;
        replies.set(ids, (outcome) =>
          outcome.ok ? resolve(outcome.value as T) : reject(toAgentNetError(outcome.failure)),
        );
        const message: ToReader = { id: ids, request };
        thread.worker.postMessage(message);
      }),
    close: async () => {
      closed = true;
      const last = thread;
      last?.worker.postMessage('close');
      await last?.ended;
    },
  };
};

const lostThread = (path: string, cause: string): StorageFailure => ({
  code: 'storage/failed',
  message: `The thread that reads the database has ended: ${cause}`,
  where: { file: path },
  kept: 'Everything that is stored is still there.',
  remedy: 'Try again; if it comes back, start AgentNet again.',
});
