import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, parseRoute, pathOf, type Route } from '../../../../../renderer/state/navigation/route.ts';

describe('parseRoute', () => {
  it.each<[string, Route]>([
    ['', { screen: 'home' }],
    ['/', { screen: 'home' }],
    ['/new', { screen: 'new-session', start: { kind: 'draft' } }],
    ['/new/sample/a%2Fb.yaml', { screen: 'new-session', start: { kind: 'sample', file: 'a/b.yaml' } }],
    ['/new/like/42', { screen: 'new-session', start: { kind: 'session', id: '42' } }],
    ['/sessions', { screen: 'sessions' }],
    ['/sessions/42', { screen: 'session', id: '42', taskId: null }],
    ['/sessions/42/nodes/each%5B0%5D%2Fa', { screen: 'session', id: '42', taskId: null, node: 'each[0]/a' }],
    ['/sessions/42/turns/7', { screen: 'session', id: '42', taskId: '7' }],
    ['/agents', { screen: 'agents', name: null }],
    ['/agents/Athena', { screen: 'agents', name: 'Athena' }],
    ['/new-agent', { screen: 'new-agent', from: null }],
    ['/costs', { screen: 'costs', by: null }],
    ['/costs/model', { screen: 'costs', by: 'model' }],
    ['/costs/model/more', { screen: 'unknown', path: '/costs/model/more' }],
    ['/settings/', { screen: 'settings' }],
    ['/settings/budgets', { screen: 'settings', section: 'budgets' }],
    ['/nowhere', { screen: 'unknown', path: '/nowhere' }],
    ['/sessions/42/turns', { screen: 'unknown', path: '/sessions/42/turns' }],
    ['/agents/%E0%A4%A', { screen: 'unknown', path: '/agents/%E0%A4%A' }],
  ])('%s', (path, route) => {
    expect(parseRoute(path)).toEqual(route);
  });

  it('is the inverse of pathOf, whatever the names hold', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed());
    const route = fc.oneof(
      fc.record({ screen: fc.constant('session' as const), id: word, taskId: fc.option(word) }),
      fc.record({ screen: fc.constant('agents' as const), name: fc.option(word) }),
      fc.record({ screen: fc.constant('costs' as const), by: fc.option(word) }),
      fc.record({ screen: fc.constant('new-agent' as const), from: fc.option(word) }),
      word.map((file) => ({ screen: 'new-session' as const, start: { kind: 'sample' as const, file } })),
    );
    fc.assert(
      fc.property(route, (given) => {
        expect(parseRoute(pathOf(given))).toEqual(given);
      }),
    );
  });
});

describe('hrefOf', () => {
  it('is the path behind a hash, so that it works from a file scheme too', () => {
    expect(hrefOf({ screen: 'session', id: '42', taskId: '7' })).toBe('#/sessions/42/turns/7');
    expect(hrefOf({ screen: 'home' })).toBe('#/');
  });
});
