import type { IpcMainEvent } from 'electron';
import type { CoreApi } from '../../core/contract/index.ts';
import { PORT_MESSAGE, serveMessagePort } from '../../core/transport/index.ts';
import type { ElectronApi } from './electron-api.ts';
import { isPageUrl } from './page-address.ts';

/**
 * Gives each loaded page a port to the core when its preload asks for one. Only the top frame of our own page gets
 * one; a reload asks again, and the port of the page before ends with that page.
 */
export const handOutPorts = (
  { ipcMain, MessageChannelMain }: Pick<ElectronApi, 'ipcMain' | 'MessageChannelMain'>,
  api: CoreApi,
): (() => void) => {
  const stops = new Set<() => void>();
  const onRequest = (event: IpcMainEvent) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isPageUrl(frame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    const stop = serveMessagePort(api, port1);
    stops.add(stop);
    port1.on('close', () => stops.delete(stop));
    frame.postMessage(PORT_MESSAGE, null, [port2]);
  };
  ipcMain.on(PORT_MESSAGE, onRequest);
  return () => {
    ipcMain.off(PORT_MESSAGE, onRequest);
    for (const stop of stops) stop();
    stops.clear();
  };
};
