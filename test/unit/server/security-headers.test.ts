import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../server/security-headers.ts';

it('lets the page load its own files and nothing else', () => {
  const policy = contentSecurityPolicy('bm9uY2U=');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'self' 'nonce-bm9uY2U='");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});
