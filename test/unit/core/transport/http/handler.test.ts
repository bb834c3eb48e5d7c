import { describe, expect, it } from 'vitest';
import { problemDocument } from '../../../../../core/contract/index.ts';
import { createHttpHandler } from '../../../../../core/transport/http/handler.ts';
import { fakeCore, KNOWN, summary } from '../../../../conformance/transport/fake-core.ts';

const serve = (options?: Parameters<typeof fakeCore>[0]) => {
  const core = fakeCore(options);
  const handler = createHttpHandler(core.api, { version: '1.2.3', stopped: new AbortController().signal });
  const ask = (path: string, init?: RequestInit) => handler(new Request(`http://127.0.0.1${path}`, init));
  return { core, ask };
};
const json = (value: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

describe('createHttpHandler', () => {
  it('answers a call from its path and query, numbers and all', async () => {
    const { ask } = serve();
    const response = await ask('/api/v1/sessions?limit=7');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toMatchObject({ total: 7 });
  });

  it('takes path and body together, and no body at all', async () => {
    const { ask, core } = serve();
    await ask(`/api/v1/sessions/${KNOWN}/pause`, json({ when: 'now' }));
    const bare = await ask(`/api/v1/sessions/${KNOWN}/pause`, { method: 'POST' });
    expect(await bare.json()).toEqual(summary(KNOWN, 'pausing'));
    expect(core.calls.map(({ input }) => input)).toEqual([
      { id: KNOWN, when: 'now' },
      { id: KNOWN, when: 'after-turn' },
    ]);
  });

  it('does not let the body replace the path', async () => {
    const { ask, core } = serve();
    await ask(`/api/v1/sessions/${KNOWN}/pause`, json({ id: 'another' }));
    expect(core.calls[0]?.input).toMatchObject({ id: KNOWN });
  });

  it('deletes', async () => {
    const { ask } = serve();
    const response = await ask(`/api/v1/sessions/${KNOWN}`, { method: 'DELETE' });
    expect(await response.json()).toEqual({ id: KNOWN, events: 3, other_chains_intact: true });
  });

  it.each([
    ['an unknown session', '/api/v1/sessions/none', { method: 'DELETE' }, 404, 'input/unknown-session'],
    ['a wrong number', '/api/v1/sessions?limit=many', {}, 422, 'input/invalid'],
    ['a body that is no JSON', '/api/v1/sessions', { ...json(0), body: '{"mode":' }, 400, 'input/usage'],
    ['a body that is no object', '/api/v1/sessions', json([1]), 422, 'input/invalid'],
    ['an unknown path', '/api/v1/planets', {}, 404, 'input/unknown-route'],
    ['a path of nobody', '/elsewhere', {}, 404, 'input/unknown-route'],
    ['an unknown procedure', '/rpc/planets.list', json({}), 404, 'input/unknown-route'],
    ['something unforeseen', `/api/v1/sessions/${KNOWN}/replay`, { method: 'POST' }, 500, 'internal'],
  ])('answers %s with a problem document', async (_name, path, init, status, code) => {
    const { ask } = serve();
    const response = await ask(path, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    const problem = problemDocument.parse(await response.json());
    expect(problem).toMatchObject({ code, status, instance: path.split('?')[0] });
    expect(JSON.stringify(problem)).not.toMatch(/\.ts|node_modules/);
  });

  it('names the methods of a path that is called with another', async () => {
    const { ask } = serve();
    const response = await ask('/api/v1/sessions', { method: 'PUT' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, GET');
  });

  it('refuses 10 MB', async () => {
    const { ask, core } = serve();
    const body = JSON.stringify({ topic: 'x'.repeat(10 * 1024 * 1024) });
    for (const path of ['/api/v1/sessions', '/rpc/sessions.create']) {
      const response = await ask(path, { ...json(0), body });
      expect(response.status).toBe(413);
      expect(await response.json()).toMatchObject({ code: 'input/too-large' });
    }
    expect(core.calls).toEqual([]);
  });

  it('serves its own description', async () => {
    const { ask } = serve();
    const response = await ask('/api/v1/openapi.json');
    expect(await response.json()).toMatchObject({ openapi: '3.1.1', info: { version: '1.2.3' } });
  });
});
