import { describe, expect, it } from 'vitest';
import { isLoopback, webAddress } from '../../../../../core/providers/http/web-address.ts';

describe('webAddress', () => {
  it('cuts blanks and slashes off', () => {
    expect(webAddress(' https://models.example/v1/ ')).toBe('https://models.example/v1');
    expect(webAddress('http://127.0.0.1:9001')).toBe('http://127.0.0.1:9001');
  });

  it.each(['', 'lab', 'ftp://x', 'http://', 'javascript:1'])('refuses %j', (text) => {
    expect(() => webAddress(text)).toThrow(expect.objectContaining({ code: 'input/invalid' }));
  });

  it('refuses a password in the address and does not show it', () => {
    try {
      webAddress('http://me:hidden-word@lab:8000/v1');
      expect.unreachable();
    } catch (thrown) {
      expect(String(thrown)).toContain('lab:8000');
      expect(String(thrown)).not.toContain('hidden-word');
    }
  });
});

describe('isLoopback', () => {
  it.each([
    ['http://localhost:1', true],
    ['http://127.0.0.1', true],
    ['http://127.8.8.8:80/v1', true],
    ['http://[::1]:8000', true],
    ['http://10.0.0.1', false],
    ['http://127.0.0.1.example', false],
    ['https://localhost.example', false],
  ])('%s: %s', (address, expected) => {
    expect(isLoopback(address)).toBe(expected);
  });
});
