import { describe, expect, it } from 'vitest';
import { methodsOf, restCalls } from '../../../../../core/transport/http/rest-calls.ts';
import { fakeCore, KNOWN } from '../../../../conformance/transport/fake-core.ts';

describe('restCalls', () => {
  it('answers only what the catalog has', async () => {
    const calls = restCalls(fakeCore().api);
    const ask = (path: string, method = 'GET') => calls(new Request(`http://host/api/v1${path}`, { method }));
    expect((await ask(`/sessions/${KNOWN}/summary`))?.status).toBe(200);
    expect(await ask('/sessions', 'PATCH')).toBeUndefined();
    expect(await ask('/changes')).toBeUndefined();
    expect(await ask('')).toBeUndefined();
  });
});

describe('methodsOf', () => {
  it('gathers the methods of a path', () => {
    expect(methodsOf('/sessions/x')).toEqual(['GET', 'DELETE']);
    expect(methodsOf('/changes')).toEqual(['GET']);
    expect(methodsOf('/nothing')).toEqual([]);
  });
});
