import { expect, it } from 'vitest';
import { openBrowser, openerFor } from '../../../cli/open-browser.ts';

const url = 'http://127.0.0.1:4310/#token=a';

it('knows the opener of each system, and that Linux needs a display', () => {
  expect(openerFor(url, 'darwin', {})).toEqual({ program: 'open', args: [url] });
  expect(openerFor(url, 'win32', {})?.program).toBe('rundll32');
  expect(openerFor(url, 'linux', {})).toBeUndefined();
  expect(openerFor(url, 'linux', { DISPLAY: '' })).toBeUndefined();
  expect(openerFor(url, 'linux', { WAYLAND_DISPLAY: 'wayland-0' })?.program).toBe('xdg-open');
});

it.runIf(process.platform === 'linux')('says when nothing was opened', async () => {
  expect(await openBrowser(url, {})).toBe(false);
});
