import { describe, expect, it } from 'vitest';
import { networkCode, networkFailure } from '../../../../../core/providers/http/network-failure.ts';

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });

describe('networkCode', () => {
  it('finds the code wherever it hides', () => {
    expect(networkCode(coded('ECONNREFUSED'))).toBe('ECONNREFUSED');
    expect(networkCode(new TypeError('fetch failed', { cause: coded('ENOTFOUND') }))).toBe('ENOTFOUND');
    expect(networkCode(new AggregateError([coded('EHOSTUNREACH'), coded('ECONNREFUSED')]))).toBe(
      'EHOSTUNREACH',
    );
    expect(networkCode(new Error('x'))).toBeUndefined();
    expect(networkCode(null)).toBeUndefined();
  });
});

describe('networkFailure', () => {
  it.each([
    ['ECONNREFUSED', 'nothing listens there'],
    ['ENOTFOUND', 'the name is unknown'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['ESOMETHING', 'ESOMETHING'],
  ])('says of %s: %s', (code, words) => {
    const error = networkFailure(coded(code), 'lab/x', 'lab:8000');
    expect(error).toMatchObject({
      code: 'provider/unreachable',
      data: { host: 'lab:8000', network_code: code },
    });
    expect(error.message).toContain('lab/x cannot be reached at lab:8000');
    expect(error.message).toContain(words);
  });

  it('calls a connection that stood and broke cut: the request may have been received', () => {
    expect(networkFailure(coded('ECONNRESET'), 'lab/x', 'lab:8000').code).toBe('provider/cut');
  });

  it('says something without a code', () => {
    expect(networkFailure(new Error('x'), 'lab/x', 'lab:8000').message).toContain('no connection');
  });
});
