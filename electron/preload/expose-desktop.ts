import type { ContextBridge, IpcRenderer } from 'electron';
import type { DESKTOP_BRIDGE, DesktopBridge, PORT_MESSAGE } from '../../core/transport/index.ts';

// Written out, with types that hold them equal: as values they would bring the whole contract into the preload.
const bridgeName: typeof DESKTOP_BRIDGE = 'agentnetDesktop';
const portMessage: typeof PORT_MESSAGE = 'agentnet:core-port';

interface PreloadApi {
  readonly contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
  readonly ipcRenderer: Pick<IpcRenderer, 'on' | 'send'>;
}

interface PageWindow {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, targetOrigin: string, transfer: MessagePort[]): void;
}

/**
 * Lets the page ask for its port to the core, and hands it over. A port cannot pass the bridge between the two
 * worlds, so it goes as a message of the window to itself. Nothing else of the process can be reached from the page.
 */
export const exposeDesktop = ({ contextBridge, ipcRenderer }: PreloadApi, page: PageWindow): void => {
  ipcRenderer.on(portMessage, ({ ports }) => page.postMessage(portMessage, page.location.origin, [...ports]));
  const bridge: DesktopBridge = { requestPort: () => ipcRenderer.send(portMessage) };
  contextBridge.exposeInMainWorld(bridgeName, bridge);
};
