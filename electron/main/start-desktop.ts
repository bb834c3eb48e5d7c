import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import type { Core } from '../../core/app/index.ts';
import { answerPage } from './answer-page.ts';
import { handOutPorts } from './core-port.ts';
import type { ElectronApi } from './electron-api.ts';
import { showFatalError } from './fatal-error.ts';
import { guardContents } from './guard-contents.ts';
import { guardSession } from './guard-session.ts';
import { openMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { PAGE_SCHEME } from './page-address.ts';

export interface DesktopOptions {
  /** Data folder; the app is single for each. */
  readonly home: string;
  readonly openCore: () => Promise<Core>;
  readonly rendererFolder: string;
  readonly preload: string;
  readonly platform: NodeJS.Platform;
}

/**
 * The app from start to end: one instance a data folder, the core, one window, and an orderly end. Must be called
 * before Electron is ready, since schemes can be registered only then.
 */
export const startDesktop = async (electron: ElectronApi, options: DesktopOptions): Promise<void> => {
  const { app, protocol } = electron;
  // The lock belongs to this folder, so it goes with the data folder.
  const userFolder = join(options.home, 'desktop');
  app.setPath('userData', userFolder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    {
      scheme: PAGE_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
  await app.whenReady();

  let core: Core;
  try {
    core = await options.openCore();
  } catch (error) {
    showFatalError(electron, 'AgentNet cannot start', error);
    app.exit(1);
    return;
  }

  protocol.handle(PAGE_SCHEME, answerPage(options.rendererFolder));
  guardSession(electron.session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, electron));
  const stopPorts = handOutPorts(electron, core.api);
  const mac = options.platform === 'darwin';
  electron.Menu.setApplicationMenu(
    electron.Menu.buildFromTemplate(menuTemplate({ mac, packaged: app.isPackaged })),
  );

  let window: BrowserWindow | undefined;
  const show = () => {
    if (window === undefined || window.isDestroyed()) {
      window = openMainWindow(electron, {
        preload: options.preload,
        stateFile: join(userFolder, 'window.json'),
      });
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  app.on('second-instance', show);
  app.on('activate', show);
  // On a Mac an app lives on without its windows.
  app.on('window-all-closed', () => {
    if (!mac) app.quit();
  });
  endInOrder(electron, async () => {
    stopPorts();
    await core.close('the app was closed');
  });
  show();
};

/** Lets the core give its sessions up and commit before the process ends. */
const endInOrder = ({ app }: Pick<ElectronApi, 'app'>, close: () => Promise<void>): void => {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    // What could not be closed is on the disk as far as it was shown; the next start goes on from there.
    close().then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
};
