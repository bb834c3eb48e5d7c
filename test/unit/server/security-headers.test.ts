import { expect, it } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../../server/security-headers.ts';

it('lets the page load its own files and nothing else', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).toContain("script-src 'self'");
  expect(contentSecurityPolicy).toContain("frame-ancestors 'none'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|nonce|\*|https?:/);
});

it('lets no other site read or frame anything', () => {
  expect(securityHeaders).toMatchObject({
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
  });
});
