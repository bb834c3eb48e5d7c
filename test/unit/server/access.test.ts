import { describe, expect, it } from 'vitest';
import { createAccess } from '../../../server/access.ts';

const access = createAccess({ host: '127.0.0.1', port: 4310, token: 'secret' });
const host = '127.0.0.1:4310';

describe('access', () => {
  it('lets our own page pass, and programs that are no page', () => {
    access.checkSource({ host });
    access.checkSource({ host, origin: 'http://127.0.0.1:4310' });
    access.checkSource({ host: 'localhost:4310', origin: 'http://localhost:4310' });
  });

  it.each([
    'http://evil.example',
    'http://localhost:4310',
    'http://127.0.0.1:5173',
    'https://127.0.0.1:4310',
    'http://127.0.0.1:4311',
    'null',
    '',
  ])('refuses a page of %j', (origin) => {
    expect(() => access.checkSource({ host, origin })).toThrow(
      expect.objectContaining({ code: 'host/forbidden-origin' }),
    );
  });

  it('refuses another name, even from a page of that name', () => {
    const foreign = { host: 'evil.example:4310', origin: 'http://evil.example:4310' };
    expect(() => access.checkSource(foreign)).toThrow(
      expect.objectContaining({ code: 'host/forbidden-origin' }),
    );
  });

  it('asks for the token, and says whether it is missing or wrong', () => {
    access.checkToken({ authorization: 'Bearer secret' });
    expect(() => access.checkToken({})).toThrow('missing');
    expect(() => access.checkToken({ authorization: 'Bearer Secret' })).toThrow('wrong');
  });
});
