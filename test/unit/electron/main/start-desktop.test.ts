import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Core } from '../../../../core/app/index.ts';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { startDesktop } from '../../../../electron/main/start-desktop.ts';
import { standInCore } from '../../server/stand-in.ts';
import { type FakeElectron, fakeElectron } from '../fake-electron.ts';

const start = async (
  electron: FakeElectron,
  more: { openCore?: () => Promise<Core>; platform?: NodeJS.Platform } = {},
) => {
  const closed: string[] = [];
  const core: Core = { ...standInCore().core, close: async (reason) => void closed.push(String(reason)) };
  const home = mkdtempSync(join(tmpdir(), 'agentnet-desktop-'));
  await startDesktop(electron.api, {
    home,
    openCore: more.openCore ?? (async () => core),
    rendererFolder: '/nowhere',
    preload: '/out/preload/index.cjs',
    platform: more.platform ?? 'linux',
  });
  return { home, closed };
};

describe('startDesktop', () => {
  it('prepares before Electron is ready, and opens one window', async () => {
    const electron = fakeElectron();
    const { home } = await start(electron);
    expect(electron.log).toEqual([
      `path userData ${join(home, 'desktop')}`,
      'sandbox',
      'scheme app',
      'ready',
      'handle app',
      'menu',
    ]);
    expect(electron.windows).toHaveLength(1);
    expect((await electron.scheme.handler?.(new Request('http://evil/')))?.status).toBe(404);
    expect(electron.windows[0]?.webContents.openHandler({ url: 'https://example.org/' })).toEqual({
      action: 'deny',
    });
    expect(electron.opened).toEqual(['https://example.org/']);
  });

  it('makes way for the first instance', async () => {
    const electron = fakeElectron({ first: false });
    await start(electron, { openCore: () => Promise.reject(new Error('must not be opened')) });
    expect(electron.log.at(-1)).toBe('quit');
    expect(electron.windows).toHaveLength(0);
    expect(electron.errors).toEqual([]);
  });

  it('shows its window when a second instance was started', async () => {
    const electron = fakeElectron();
    await start(electron);
    const [window] = electron.windows;
    if (window) window.minimized = true;
    electron.app.emit('second-instance');
    expect(window?.calls.slice(1)).toEqual(['restore', 'show', 'focus']);
    expect(electron.windows).toHaveLength(1);
  });

  it('says in a dialog why it cannot start', async () => {
    const electron = fakeElectron();
    const locked = new AgentNetError('storage/locked', 'The database is locked.');
    await start(electron, { openCore: () => Promise.reject(locked) });
    expect(electron.errors).toEqual([['AgentNet cannot start', 'The database is locked.']]);
    expect(electron.exits).toEqual([1]);
    expect(electron.windows).toHaveLength(0);
  });

  it('closes the core, once, before it ends', async () => {
    const electron = fakeElectron();
    const { closed } = await start(electron);
    electron.app.emit('window-all-closed');
    expect(electron.log.at(-1)).toBe('quit');
    let prevented = 0;
    for (let n = 0; n < 3; n += 1) {
      electron.app.emit('will-quit', {
        preventDefault: () => {
          prevented += 1;
        },
      });
    }
    await vi.waitUntil(() => electron.exits.length > 0);
    expect(electron.exits).toEqual([0]);
    expect(prevented).toBe(3);
    expect(closed).toEqual(['the app was closed']);
  });

  it('ends with 1 when the core cannot be closed', async () => {
    const electron = fakeElectron();
    const core = { ...standInCore().core, close: () => Promise.reject(new Error('disk')) };
    await start(electron, { openCore: async () => core });
    electron.app.emit('will-quit', { preventDefault: () => undefined });
    await vi.waitUntil(() => electron.exits.length > 0);
    expect(electron.exits).toEqual([1]);
  });

  it('lives on without windows on a Mac, and opens one again', async () => {
    const electron = fakeElectron();
    await start(electron, { platform: 'darwin' });
    electron.app.emit('window-all-closed');
    expect(electron.log).not.toContain('quit');
    const [window] = electron.windows;
    if (window) window.destroyed = true;
    electron.app.emit('activate');
    expect(electron.windows).toHaveLength(2);
  });
});
