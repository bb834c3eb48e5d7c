import { describe, expect, it } from 'vitest';
import { isExternalUrl, isPageUrl } from '../../../../electron/main/page-address.ts';

describe('addresses', () => {
  it.each(['app://agentnet/', 'app://agentnet/#/sessions/1', 'app://agentnet/assets/a.js'])(
    'know %s',
    (url) => {
      expect(isPageUrl(url)).toBe(true);
    },
  );

  it.each([
    'app://agentnet.evil/',
    'app://evil/',
    'app://x@agentnet/',
    'https://agentnet/',
    'file:///agentnet/',
    'http://127.0.0.1:4310/',
    'about:blank',
    '',
    'agentnet',
  ])('do not take %j for ours', (url) => {
    expect(isPageUrl(url)).toBe(false);
  });

  it('open the web over TLS only, and nothing that could run', () => {
    expect(isExternalUrl('https://example.org/paper?x=1#y')).toBe(true);
    for (const url of [
      'http://example.org',
      'https://user:pass@example.org',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://host/share',
      'mailto:a@example.org',
      'ms-settings:',
      'https://',
      '',
    ]) {
      expect(isExternalUrl(url)).toBe(false);
    }
  });
});
