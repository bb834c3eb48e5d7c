import { describe, expect, it } from 'vitest';
import type { Core } from '../../../core/app/index.ts';
import { createHttpHandler } from '../../../core/transport/index.ts';
import { openCore } from '../../support/open-core.ts';

const TEXT = '# kept\nnodes: [{id: a}, {id: ok, kind: approval, deps: [a], prompt: "Fine?"}]';

/** The REST API of a real core, without a socket. */
const rest = (core: Core) => {
  const handler = createHttpHandler(core.api, { version: '0.0.0', stopped: new AbortController().signal });
  return async (method: string, path: string, body?: unknown) => {
    const response = await handler(
      new Request(`http://127.0.0.1:1/api/v1${path}`, {
        method,
        ...(body !== undefined && {
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
      }),
    );
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
};

describe('task graphs over REST', () => {
  it('are stored, drafted, opened and deleted', async () => {
    const call = rest(await openCore());
    const saved = await call('POST', '/graphs', { name: 'G', text: TEXT, base_version: 0 });
    expect(saved).toMatchObject({ status: 200, body: { version: 1, nodes: 2, text: TEXT } });
    const path = `/graphs/${String(saved.body['id'])}`;
    const draft = { name: 'G', text: 'nodes: []', base_version: 1, revision: 2 };
    expect((await call('PUT', `${path}/draft`, draft)).status).toBe(200);
    expect(await call('PUT', `${path}/draft`, draft)).toMatchObject({
      status: 409,
      body: { code: 'input/conflict', detail: expect.stringContaining('revision 2') },
    });
    expect(await call('GET', `${path}?version=1`)).toMatchObject({
      body: { graph: { text: TEXT }, draft: { revision: 2 } },
    });
    expect((await call('GET', `${path}?version=2`)).status).toBe(404);
    expect(await call('DELETE', `${path}/draft`)).toMatchObject({ body: { discarded: true } });
    expect(await call('GET', '/graphs')).toMatchObject({
      body: { items: [{ version: 1, has_draft: false }] },
    });
    expect(await call('DELETE', path)).toMatchObject({ body: { deleted: true } });
    expect((await call('GET', path)).status).toBe(404);
  });

  it('have templates, whose path is no id', async () => {
    const { body } = await rest(await openCore())('GET', '/graphs/templates');
    const items = body['items'] as { name: string; says: string; nodes: number }[];
    for (const { name, says, nodes } of items) {
      expect([name, says].every((text) => text.length > 0)).toBe(true);
      expect(nodes).toBeGreaterThan(0);
    }
  });

  it('give their spans as a trace', async () => {
    const core = await openCore();
    const call = rest(core);
    const started = await call('POST', '/tasks/execute', { text: 'nodes: [{id: a}]', model: 'stub/debater' });
    const id = String(started.body['id']);
    await core.whenEnded(id);
    const { status, body } = await call('GET', `/sessions/${id}/spans`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ resourceSpans: [{ scopeSpans: [{ spans: expect.any(Array) }] }] });
    expect((await call('GET', '/sessions/none/spans')).status).toBe(404);
    const paths = (await call('GET', '/openapi.json')).body['paths'];
    expect(Object.keys(paths as object)).toContain('/sessions/{id}/spans');
  });

  it('run, wait for a person and go on', async () => {
    const core = await openCore();
    const call = rest(core);
    const begun = await call('POST', '/tasks/execute', { text: TEXT, model: 'stub/debater' });
    expect(begun).toMatchObject({ status: 200, body: { mode: 'workflow' } });
    const path = `/sessions/${String(begun.body['id'])}`;
    const nodes = async () => (await call('GET', `${path}/graph`)).body['nodes'] as { status: string }[];
    await expect.poll(async () => (await nodes()).map(({ status }) => status)).toEqual(['done', 'awaiting']);
    expect((await call('POST', `${path}/approve`, { node: 'a', approved: true })).status).toBe(409);
    expect((await call('POST', `${path}/skip-node`, { node: 'nowhere' })).status).toBe(409);
    expect((await call('POST', `${path}/approve`, { node: 'ok', approved: true })).status).toBe(200);
    expect(await core.whenEnded(String(begun.body['id']))).toMatchObject({ outcome: 'completed' });
  });

  it('are refused with every problem and its node, and files are never read', async () => {
    const call = rest(await openCore());
    const graph = {
      nodes: [
        { id: 'a', deps: ['a'] },
        { id: 'b', agent: 'Athene' },
      ],
    };
    expect(await call('POST', '/tasks/execute', { graph })).toMatchObject({
      status: 422,
      body: { data: { nodes: [{ node: 'b' }, { code: 'cycle', node: 'a' }] } },
    });
    expect(await call('POST', '/tasks/execute', graph)).toMatchObject({
      body: { data: { nodes: [{ node: 'b' }, { code: 'cycle', node: 'a' }] } },
    });
    expect((await call('POST', '/tasks/execute', {})).status).toBe(422);
    expect((await call('POST', '/sessions', { mode: 'workflow', graph: '/etc/hosts' })).status).toBe(422);
    expect(await call('GET', '/sessions')).toMatchObject({ body: { total: 0 } });
  });
});
