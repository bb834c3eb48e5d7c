import type { MessagePort } from 'node:worker_threads';
import { describe, expect, it, vi } from 'vitest';
import { createMessagePortClient, PORT_MESSAGE } from '../../../../core/transport/index.ts';
import { handOutPorts } from '../../../../electron/main/core-port.ts';
import { fakeCore, KNOWN } from '../../../conformance/transport/fake-core.ts';
import { fakeElectron } from '../fake-electron.ts';

const desk = () => {
  const electron = fakeElectron();
  const core = fakeCore({ events: 1, after: 'silence' });
  const stop = handOutPorts(electron.api, core.api);
  /** A frame asks for a port; gives what it gets. */
  const ask = (frame: { url: string; parent: unknown } | null): MessagePort | undefined => {
    let got: MessagePort | undefined;
    const postMessage = (channel: string, _message: unknown, [port]: MessagePort[]) => {
      expect(channel).toBe(PORT_MESSAGE);
      got = port;
    };
    electron.ipcMain.emit(PORT_MESSAGE, { senderFrame: frame && { ...frame, postMessage } });
    return got;
  };
  return { core, ask, stop };
};
const page = { url: 'app://agentnet/', parent: null };

describe('handOutPorts', () => {
  it('gives our page a port to the core', async () => {
    const { ask, stop } = desk();
    const port = ask(page);
    if (!port) throw new Error('There is no port.');
    const client = createMessagePortClient(port);
    expect((await client['sessions.list']({ limit: 3 })).total).toBe(3);
    await expect(client['sessions.summary']({ id: 'x' })).rejects.toMatchObject({
      code: 'input/unknown-session',
    });
    stop();
  });

  it.each([
    ['a page of somebody else', { url: 'https://example.org/', parent: null }],
    ['a page that looks like ours', { url: 'app://agentnet.evil/', parent: null }],
    ['a frame inside our page', { url: 'app://agentnet/', parent: {} }],
    ['a page that is gone', null],
  ])('gives %s nothing', (_who, frame) => {
    const { ask, stop } = desk();
    expect(ask(frame)).toBeUndefined();
    stop();
  });

  it('ends what a page watched when the page is gone, or the app ends', async () => {
    const { core, ask, stop } = desk();
    const watch = async (port: MessagePort | undefined) => {
      if (!port) throw new Error('There is no port.');
      for await (const _message of createMessagePortClient(port)['sessions.watch']({ id: KNOWN }));
    };
    const first = ask(page);
    const watching = [watch(first), watch(ask(page))].map((one) => one.catch(() => 'cut'));
    await vi.waitUntil(() => core.open() === 2);
    first?.close();
    await vi.waitUntil(() => core.open() === 1);
    stop();
    await vi.waitUntil(() => core.open() === 0);
    await Promise.all(watching);
    expect(ask(page)).toBeUndefined();
  });
});
