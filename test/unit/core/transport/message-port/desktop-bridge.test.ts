import { expect, it } from 'vitest';
import {
  type PageWindow,
  PORT_MESSAGE,
  requestDesktopPort,
} from '../../../../../core/transport/message-port/desktop-bridge.ts';

const pageWith = (bridge: object) => Object.assign(new EventTarget(), bridge);

it('is nothing in a browser', () => {
  expect(requestDesktopPort(pageWith({}) as unknown as PageWindow)).toBeUndefined();
});

it('takes the port of the window’s own message only', async () => {
  let requests = 0;
  const page = pageWith({
    agentnetDesktop: {
      requestPort: () => {
        requests += 1;
      },
    },
  });
  const port = requestDesktopPort(page as unknown as PageWindow);
  expect(requests).toBe(1);
  const { port1: foreign, port2: ours } = new MessageChannel();
  const tell = (message: object) => page.dispatchEvent(Object.assign(new Event('message'), message));
  tell({ data: PORT_MESSAGE, source: {}, ports: [foreign] });
  tell({ data: 'something else', source: page, ports: [foreign] });
  tell({ data: PORT_MESSAGE, source: page, ports: [] });
  tell({ data: PORT_MESSAGE, source: page, ports: [ours] });
  expect(await port).toBe(ours);
  foreign.close();
});
