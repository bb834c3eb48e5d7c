import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { type DesktopBridge, requestDesktopPort } from '../../../../core/transport/index.ts';
import { exposeDesktop } from '../../../../electron/preload/expose-desktop.ts';

it('lets the page ask for its port, and for nothing else', async () => {
  const ipcRenderer = Object.assign(new EventEmitter(), {
    sent: [] as string[],
    send(channel: string) {
      this.sent.push(channel);
    },
  });
  const exposed: Record<string, unknown> = {};
  const page = Object.assign(new EventTarget(), {
    location: { origin: 'app://agentnet' },
    postMessage(data: unknown, origin: string, ports: MessagePort[]) {
      expect(origin).toBe('app://agentnet');
      page.dispatchEvent(Object.assign(new Event('message'), { data, ports, source: page }));
    },
  });
  exposeDesktop(
    {
      contextBridge: { exposeInMainWorld: (name, value) => void Object.assign(exposed, { [name]: value }) },
      ipcRenderer: ipcRenderer as never,
    },
    page,
  );
  expect(Object.keys(exposed)).toEqual(['agentnetDesktop']);
  expect(Object.keys(exposed['agentnetDesktop'] as DesktopBridge)).toEqual(['requestPort']);

  const asked = requestDesktopPort(Object.assign(page, exposed) as never);
  expect(ipcRenderer.sent).toHaveLength(1);
  const { port1 } = new MessageChannel();
  ipcRenderer.emit(ipcRenderer.sent[0] ?? '', { ports: [port1] });
  expect(await asked).toBe(port1);
  port1.close();
});
