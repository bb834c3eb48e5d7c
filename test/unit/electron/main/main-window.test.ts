import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMainWindow } from '../../../../electron/main/main-window.ts';
import { readWindowState, writeWindowState } from '../../../../electron/main/window-state.ts';
import { fakeElectron } from '../fake-electron.ts';

const open = (stored?: Parameters<typeof writeWindowState>[1]) => {
  const electron = fakeElectron();
  const stateFile = join(mkdtempSync(join(tmpdir(), 'agentnet-main-')), 'window.json');
  if (stored) writeWindowState(stateFile, stored);
  openMainWindow(electron.api, { preload: '/out/preload/index.cjs', stateFile });
  const [window] = electron.windows;
  if (!window) throw new Error('There is no window.');
  return { window, stateFile };
};

describe('openMainWindow', () => {
  it('gives the page no rights beyond a browser’s', () => {
    expect(open().window.options.webPreferences).toEqual({
      preload: '/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
    });
  });

  it('shows the page when it can be seen', () => {
    const { window } = open();
    expect(window.options['show']).toBe(false);
    expect(window.calls).toEqual(['load app://agentnet/']);
    window.emit('ready-to-show');
    expect(window.calls).toContain('show');
  });

  it('comes back where it was left', () => {
    const { window, stateFile } = open({ bounds: { x: 5, y: 6, width: 1100, height: 720 }, maximized: true });
    expect(window.options).toMatchObject({
      x: 5,
      y: 6,
      width: 1100,
      height: 720,
      minWidth: 960,
      minHeight: 640,
    });
    expect(window.calls).toContain('maximize');
    window.emit('close');
    expect(readWindowState(stateFile)).toEqual({
      bounds: { x: 10, y: 20, width: 1000, height: 700 },
      maximized: true,
    });
  });

  it('loads a crashed page again, but not for ever', () => {
    const { window } = open();
    for (let n = 0; n < 9; n += 1) window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.webContents.reloads).toBe(3);
    const other = open().window;
    other.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(other.webContents.reloads).toBe(0);
  });
});
