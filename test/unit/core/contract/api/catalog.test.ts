import { describe, expect, it } from 'vitest';
import { apiCatalog, type ProcedureName } from '../../../../../core/contract/api/catalog.ts';
import type { Procedure } from '../../../../../core/contract/api/procedure.ts';

const names = Object.keys(apiCatalog) as ProcedureName[];
const procedure = (name: ProcedureName): Procedure => apiCatalog[name] as Procedure;
const parameters = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

describe('apiCatalog', () => {
  it.each(names)('%s has a name of two words, a path and a sentence', (name) => {
    expect(name).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
    expect(procedure(name).path).toMatch(/^(\/([a-z-]+|\{[a-z_]+\}))+$/);
    expect(procedure(name).summary).toMatch(/^[A-Z].*\.$/);
  });

  it('has one procedure for each method and path', () => {
    const keys = names.map((name) => {
      const one = procedure(name);
      // Names of parameters make no difference to a router.
      return `${one.kind === 'unary' ? one.method : 'GET'} ${one.path.replace(/\{\w+\}/g, '{}')}`;
    });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(names.filter((name) => parameters(procedure(name).path).length > 0))(
    '%s takes the parameters of its path as input',
    (name) => {
      const shape = (procedure(name).input as { shape?: object }).shape ?? {};
      for (const parameter of parameters(procedure(name).path))
        expect(Object.keys(shape)).toContain(parameter);
    },
  );

  it('reads numbers of an address, which come as texts', () => {
    for (const name of names) {
      const one = procedure(name);
      if (one.kind === 'unary' && one.method !== 'GET') continue;
      const shape =
        (one.input as { shape?: Record<string, { safeParse: (value: unknown) => { data?: unknown } }> })
          .shape ?? {};
      for (const key of ['after', 'limit']) {
        if (shape[key]) expect([name, key, shape[key].safeParse('7').data]).toEqual([name, key, 7]);
      }
    }
  });

  it('bounds every page and every free text', () => {
    expect(apiCatalog['sessions.list'].input.safeParse({ limit: 1_001 }).success).toBe(false);
    expect(apiCatalog['sessions.list'].input.parse({})).toEqual({ limit: 100 });
    expect(apiCatalog['sessions.events'].input.safeParse({ id: 's', limit: 10_001 }).success).toBe(false);
    expect(apiCatalog['sessions.turns'].input.safeParse({ id: 's', after: -1 }).success).toBe(false);
    expect(apiCatalog['sessions.search'].input.safeParse({ query: '' }).success).toBe(false);
    expect(apiCatalog['sessions.search'].input.safeParse({ query: 'x'.repeat(501) }).success).toBe(false);
    expect(
      apiCatalog['sessions.interject'].input.safeParse({ id: 's', text: 'x'.repeat(20_001) }).success,
    ).toBe(false);
  });

  it('lets nobody say what the log cannot hold', () => {
    const { input } = apiCatalog['sessions.interject'];
    expect(input.safeParse({ id: 's', text: 'Be brief. \ud83e\udded' }).success).toBe(true);
    for (const text of ['\ud83e', 'a\u0000b', ''])
      expect(input.safeParse({ id: 's', text }).success).toBe(false);
  });

  it('covers the REST paths of the design that this contract serves', () => {
    const served = new Set(
      names.map((name) => {
        const one = procedure(name);
        return `${one.kind === 'unary' ? one.method : 'GET'} ${one.path}`;
      }),
    );
    for (const path of [
      'POST /agents',
      'GET /agents/{name}',
      'POST /agents/{name}/infer',
      'POST /sessions',
      'GET /sessions',
      'GET /sessions/{id}',
      'GET /sessions/{id}/turns',
      'GET /sessions/{id}/events',
      'POST /sessions/{id}/advance',
      'POST /sessions/{id}/pause',
      'POST /sessions/{id}/resume',
      'POST /sessions/{id}/stop',
      'POST /sessions/{id}/interject',
      'DELETE /sessions/{id}',
    ]) {
      expect([...served]).toContain(path);
    }
  });
});
