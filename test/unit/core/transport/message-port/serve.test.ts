import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { CoreApi } from '../../../../../core/contract/index.ts';
import { createMessagePortClient } from '../../../../../core/transport/message-port/client.ts';
import { serveMessagePort } from '../../../../../core/transport/message-port/serve.ts';

interface End {
  readonly connect: (to: End) => void;
  readonly receive: (data: unknown) => void;
  readonly emitClose: () => void;
  readonly on: (type: string, listener: (event?: { data: unknown }) => void) => unknown;
  readonly postMessage: (data: unknown) => void;
  readonly start: () => void;
  readonly close: () => void;
}

/** Two ends shaped like Electron's: messages come wrapped, and nothing flows before `start`. */
const electronLikePorts = () => {
  const end = (): End => {
    const emitter = new EventEmitter();
    let other: End | undefined;
    let started = false;
    let waiting: unknown[] = [];
    return {
      connect: (to) => {
        other = to;
      },
      receive: (data) => {
        if (started) emitter.emit('message', { data });
        else waiting.push(data);
      },
      on: (type, listener) => emitter.on(type, listener),
      postMessage: (data) => queueMicrotask(() => other?.receive(structuredClone(data))),
      start: () => {
        started = true;
        for (const data of waiting) emitter.emit('message', { data });
        waiting = [];
      },
      close: () => other?.emitClose(),
      emitClose: () => emitter.emit('close'),
    };
  };
  const [a, b] = [end(), end()];
  a.connect(b);
  b.connect(a);
  return [a, b] as const;
};

describe('serveMessagePort', () => {
  it('serves a port of Electron’s main process', async () => {
    const [main, page] = electronLikePorts();
    serveMessagePort({ 'agents.list': async () => ({ items: [] }) } as unknown as CoreApi, main);
    expect(await createMessagePortClient(page)['agents.list']({})).toEqual({ items: [] });
  });

  it('aborts what runs when the page goes away, and when it is told to stop', async () => {
    for (const end of ['page', 'host'] as const) {
      const [main, page] = electronLikePorts();
      let aborted = false;
      const opened = Promise.withResolvers<void>();
      const changes = async function* (_input: unknown, { signal }: { signal: AbortSignal }) {
        opened.resolve();
        await new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => resolve(), { once: true }),
        );
        aborted = true;
        yield* [];
      };
      const stop = serveMessagePort({ 'sessions.changes': changes } as unknown as CoreApi, main);
      const iterator = createMessagePortClient(page)['sessions.changes']({})[Symbol.asyncIterator]();
      const next = iterator.next().catch(() => undefined);
      await opened.promise;
      if (end === 'page') page.close();
      else stop();
      await new Promise((resolve) => setTimeout(resolve, 0));
      expect(aborted).toBe(true);
      void next;
    }
  });
});
