/** Name under which the desktop window shows the page that it is one. */
export const DESKTOP_BRIDGE = 'agentnetDesktop';
/** The one channel between page and main process, and the message of the window to itself that carries the port. */
export const PORT_MESSAGE = 'agentnet:core-port';

/** All that a page in the desktop window can ask for. */
export interface DesktopBridge {
  /** Makes a new port come, as the one port of a `PORT_MESSAGE`. */
  readonly requestPort: () => void;
}

type Listener = (event: MessageEvent) => void;

/** What is used of a page's window. */
export interface PageWindow {
  addEventListener(type: 'message', listener: Listener): void;
  removeEventListener(type: 'message', listener: Listener): void;
  readonly [DESKTOP_BRIDGE]?: DesktopBridge;
}

/** The port to the core in the desktop window; undefined in a browser. Messages of other windows are ignored. */
export const requestDesktopPort = (page: PageWindow): Promise<MessageEvent['ports'][number]> | undefined => {
  const bridge = page[DESKTOP_BRIDGE];
  if (!bridge) return undefined;
  return new Promise((resolve) => {
    const listener: Listener = ({ source, data, ports }) => {
      const [port] = ports;
      if (source !== (page as unknown) || data !== PORT_MESSAGE || !port) return;
      page.removeEventListener('message', listener);
      resolve(port);
    };
    page.addEventListener('message', listener);
    bridge.requestPort();
  });
};
