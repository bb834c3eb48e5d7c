import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ElectronApi } from '../../../electron/main/electron-api.ts';

/**
 * A stand-in for the Electron runtime, which these tests do without: it keeps what it is told and lets a test play
 * the operating system and the page. It stands in for Electron only, never for a room of ours.
 */
export interface FakeElectron {
  readonly api: ElectronApi;
  readonly log: string[];
  readonly windows: FakeWindow[];
  readonly app: EventEmitter;
  readonly ipcMain: EventEmitter;
  readonly scheme: { handler?: (request: Request) => Promise<Response> };
  readonly session: Record<string, (...parameters: never[]) => unknown>;
  readonly opened: string[];
  readonly errors: string[][];
  readonly exits: number[];
  readonly setDisplays: (areas: readonly { x: number; y: number; width: number; height: number }[]) => void;
}

export class FakeContents extends EventEmitter {
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  reloads = 0;
  setWindowOpenHandler(handler: FakeContents['openHandler']) {
    this.openHandler = handler;
  }
  reload() {
    this.reloads += 1;
  }
}

export class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  readonly calls: string[] = [];
  destroyed = false;
  minimized = false;
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
  }
  loadURL(url: string) {
    this.calls.push(`load ${url}`);
    return Promise.resolve();
  }
  maximize() {
    this.calls.push('maximize');
  }
  show() {
    this.calls.push('show');
  }
  focus() {
    this.calls.push('focus');
  }
  restore() {
    this.calls.push('restore');
  }
  isMinimized() {
    return this.minimized;
  }
  isMaximized() {
    return this.calls.includes('maximize');
  }
  isDestroyed() {
    return this.destroyed;
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1000, height: 700 };
  }
}

/** Electron wraps what comes over a port of the main process. */
class FakeMainPort extends EventEmitter {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('message', (data: unknown) => this.emit('message', { data }));
    port.on('close', () => this.emit('close'));
  }
  start() {
    this.#port.start();
  }
  postMessage(message: unknown) {
    this.#port.postMessage(message);
  }
  close() {
    this.#port.close();
  }
}

class FakeChannel {
  readonly port1: FakeMainPort;
  readonly port2: MessagePort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakeMainPort(port1);
    this.port2 = port2;
  }
}

export const fakeElectron = ({ first = true } = {}): FakeElectron => {
  const log: string[] = [];
  const windows: FakeWindow[] = [];
  const opened: string[] = [];
  const errors: string[][] = [];
  const exits: number[] = [];
  const scheme: FakeElectron['scheme'] = {};
  const session: FakeElectron['session'] = {};
  let displays = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const app = Object.assign(new EventEmitter(), {
    isPackaged: false,
    setPath: (name: string, path: string) => log.push(`path ${name} ${path}`),
    requestSingleInstanceLock: () => first,
    enableSandbox: () => log.push('sandbox'),
    whenReady: async () => {
      log.push('ready');
    },
    quit: () => log.push('quit'),
    exit: (code: number) => exits.push(code),
  });
  const ipcMain = new EventEmitter();
  const api = {
    app,
    ipcMain,
    BrowserWindow: class extends FakeWindow {
      constructor(options: FakeWindow['options']) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    },
    dialog: { showErrorBox: (title: string, text: string) => errors.push([title, text]) },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: () => log.push('menu'),
    },
    MessageChannelMain: FakeChannel,
    nativeTheme: { shouldUseDarkColors: true },
    protocol: {
      registerSchemesAsPrivileged: ([{ scheme: name }]: { scheme: string }[] & [{ scheme: string }]) =>
        log.push(`scheme ${name}`),
      handle: (name: string, handler: NonNullable<FakeElectron['scheme']['handler']>) => {
        log.push(`handle ${name}`);
        scheme.handler = handler;
      },
    },
    screen: { getAllDisplays: () => displays.map((workArea) => ({ workArea })) },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: never) => {
          session['request'] = handler;
        },
        setPermissionCheckHandler: (handler: never) => {
          session['check'] = handler;
        },
        setDevicePermissionHandler: (handler: never) => {
          session['device'] = handler;
        },
      },
    },
    shell: { openExternal: async (url: string) => void opened.push(url) },
  };
  return {
    api: api as unknown as ElectronApi,
    log,
    windows,
    app,
    ipcMain,
    scheme,
    session,
    opened,
    errors,
    exits,
    setDisplays: (areas) => {
      displays = [...areas];
    },
  };
};
