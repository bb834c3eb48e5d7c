import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { isLoopback, knownHost, urlHost } from '../../../server/host-names.ts';

describe('knownHost', () => {
  it('knows the loopback names with the right port, and nobody else', () => {
    const known = knownHost('127.0.0.1', 4310);
    for (const host of ['127.0.0.1:4310', 'localhost:4310', 'LocalHost:4310', '[::1]:4310']) {
      expect(known(host)).toBe(true);
    }
    for (const host of [
      undefined,
      '',
      '127.0.0.1',
      '127.0.0.1:4311',
      'localhost:4310.evil.example',
      'evil.example:4310',
      '127.0.0.1.evil.example:4310',
      'evil.example',
      'user@localhost:4310',
      '10.0.0.5:4310',
      'localhost:4310/',
    ]) {
      expect(known(host)).toBe(false);
    }
  });

  it('does without the port where it is the usual one', () => {
    expect(knownHost('127.0.0.1', 80)('localhost')).toBe(true);
  });

  it('knows the address that was asked for', () => {
    const known = knownHost('lab.example', 4310);
    expect(known('lab.example:4310')).toBe(true);
    expect(known('other.example:4310')).toBe(false);
  });

  it('knows plain addresses, but no foreign names, when it listens everywhere', () => {
    for (const everywhere of ['0.0.0.0', '::']) {
      const known = knownHost(everywhere, 4310);
      for (const host of ['10.0.0.5:4310', '[fe80::1]:4310', `${hostname()}:4310`])
        expect(known(host)).toBe(true);
      expect(known('evil.example:4310')).toBe(false);
    }
  });
});

it('tells loopback from the rest', () => {
  for (const host of ['127.0.0.1', '127.1.2.3', '::1', 'localhost']) expect(isLoopback(host)).toBe(true);
  for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.example', 'localhost.example']) {
    expect(isLoopback(host)).toBe(false);
  }
});

it('writes an address as a URL wants it', () => {
  expect(urlHost('::1')).toBe('[::1]');
  expect(urlHost('127.0.0.1')).toBe('127.0.0.1');
});
