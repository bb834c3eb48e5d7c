import { describe, expect, it } from 'vitest';
import { matchPath } from '../../../../../core/transport/http/match-path.ts';

describe('matchPath', () => {
  it('gives the named parts, decoded', () => {
    expect(matchPath('/sessions/{id}/events', '/sessions/a%20b/events')).toEqual({ id: 'a b' });
    expect(matchPath('/changes', '/changes')).toEqual({});
  });

  it('fits nothing else', () => {
    for (const path of [
      '/sessions/a',
      '/sessions//events',
      '/sessions/a/events/',
      '/sessions/a/turns',
      '/sessions/%E0%A4/events',
    ]) {
      expect(matchPath('/sessions/{id}/events', path)).toBeUndefined();
    }
  });
});
