import type { BrowserWindow } from 'electron';
import type { ElectronApi } from './electron-api.ts';
import { PAGE_URL } from './page-address.ts';
import { MIN_HEIGHT, MIN_WIDTH, placeWindow, readWindowState, writeWindowState } from './window-state.ts';

interface MainWindowOptions {
  /** Path of the built preload script. */
  readonly preload: string;
  readonly stateFile: string;
}

/** Surface of the two themes, so that the window does not flash before the page has drawn. */
const BACKGROUND = { dark: '#0e1116', light: '#ffffff' };
/** A page that keeps crashing is not loaded for ever. */
const MOST_RELOADS = 3;

/** Opens the window where it was left, with a page that has no rights beyond a browser's. */
export const openMainWindow = (electron: ElectronApi, options: MainWindowOptions): BrowserWindow => {
  const displays = electron.screen.getAllDisplays().map(({ workArea }) => workArea);
  const { bounds, maximized } = placeWindow(readWindowState(options.stateFile), displays);
  const window = new electron.BrowserWindow({
    ...bounds,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'AgentNet',
    backgroundColor: electron.nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // Stored when the window goes; a crash of the machine costs its place and nothing else.
  window.on('close', () =>
    writeWindowState(options.stateFile, {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    }),
  );
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    // Sessions run in the main process: a new page shows them as they stand.
    if (reason === 'clean-exit' || window.isDestroyed() || reloads >= MOST_RELOADS) return;
    reloads += 1;
    window.webContents.reload();
  });
  void window.loadURL(PAGE_URL);
  return window;
};
