import type * as Electron from 'electron';

/**
 * What the shell uses of Electron, handed in by the entry: only that one file needs the runtime, and everything
 * else runs in a test against a stand-in.
 */
export type ElectronApi = Pick<
  typeof Electron,
  | 'app'
  | 'BrowserWindow'
  | 'dialog'
  | 'ipcMain'
  | 'Menu'
  | 'MessageChannelMain'
  | 'nativeTheme'
  | 'protocol'
  | 'screen'
  | 'session'
  | 'shell'
>;
