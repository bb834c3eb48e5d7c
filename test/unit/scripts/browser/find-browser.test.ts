import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../../../scripts/browser/find-browser.mjs';

const having =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe('findBrowser', () => {
  it('prefers the one that is named', () => {
    const found = findBrowser({
      env: { CHROMIUM_PATH: '/opt/mine' },
      platform: 'linux',
      exists: having('/opt/mine', '/usr/bin/chromium'),
    });
    expect(found).toBe('/opt/mine');
  });

  it('looks elsewhere when the named one is not there', () => {
    const found = findBrowser({
      env: { CHROMIUM_PATH: '/opt/gone' },
      platform: 'linux',
      exists: having('/usr/bin/chromium'),
    });
    expect(found).toBe('/usr/bin/chromium');
  });

  it('finds one on the search path', () => {
    const chrome = join('/somewhere', 'google-chrome');
    const found = findBrowser({
      env: { PATH: ['/empty', '/somewhere'].join(delimiter) },
      platform: 'freebsd',
      exists: having(chrome),
    });
    expect(found).toBe(chrome);
  });

  it('gives undefined where there is none', () => {
    expect(findBrowser({ env: {}, platform: 'linux', exists: () => false })).toBeUndefined();
  });
});
