import { join } from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';
import { guardPages } from '../guard/page-guard.ts';
import { newHomeFolder, removeHomeFolder, WATCHABLE } from '../host/home-folder.ts';
import { startWatchPause } from '../screens/mouse-path.ts';

const projectRoot = join(import.meta.dirname, '..', '..', '..');

test('the desktop window opens, a sample starts, streams and pauses', async () => {
  const home = newHomeFolder(WATCHABLE);
  const app = await electron.launch({
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), projectRoot, '--home', home],
    cwd: projectRoot,
  });
  try {
    const window = await app.firstWindow();
    const guard = await guardPages(app.context());
    await expect(window.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
    await startWatchPause(window);
    expect(guard.findings()).toEqual([]);
  } finally {
    await app.close();
    removeHomeFolder(home);
  }
});
