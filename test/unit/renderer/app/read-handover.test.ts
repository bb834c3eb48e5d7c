import { describe, expect, it } from 'vitest';
import { readHandover } from '../../../../renderer/app/read-handover.ts';

describe('readHandover', () => {
  it('takes the token out of the address', () => {
    expect(readHandover('#token=abc-123')).toEqual({ token: 'abc-123', fragment: '#/' });
  });

  it('goes on to the screen that was asked for, and only to a screen', () => {
    expect(readHandover('#token=abc&to=%2Fsessions%2F42')).toEqual({
      token: 'abc',
      fragment: '#/sessions/42',
    });
    expect(readHandover('#token=abc&to=https://elsewhere')).toEqual({ token: 'abc', fragment: '#/' });
  });

  it('leaves an ordinary address alone', () => {
    expect(readHandover('#/sessions/42')).toEqual({ token: null, fragment: '#/sessions/42' });
    expect(readHandover('')).toEqual({ token: null, fragment: '' });
    expect(readHandover('#token=')).toEqual({ token: null, fragment: '#/' });
  });
});
