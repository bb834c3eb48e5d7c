import { createProcedureClient } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { apiCatalog, type CoreApi, type Procedure } from '../../../../core/contract/index.ts';
import { procedureNames, restRouter, rpcRouter } from '../../../../core/transport/rpc-router.ts';
import { MORE, STREAM_END } from '../../../../core/transport/stream-protocol.ts';

const api = {
  'agents.get': async (input: unknown) => input,
  'sessions.changes': async function* () {
    yield* [1, 2];
  },
} as unknown as CoreApi;

describe('the routers', () => {
  it('hold the whole catalog, and the unary part of it at its REST paths', () => {
    expect(Object.keys(rpcRouter(api)).sort()).toEqual([...procedureNames, MORE].sort());
    const rest = restRouter(api);
    for (const [name, procedure] of Object.entries<Procedure>(apiCatalog)) {
      if (procedure.kind === 'stream') expect(rest).not.toHaveProperty([name]);
      else
        expect(rest[name]?.['~orpc'].route).toMatchObject({ method: procedure.method, path: procedure.path });
    }
  });

  it('parse the input of a call', async () => {
    const call = createProcedureClient(rpcRouter(api)['agents.get'] as never, { context: {} }) as unknown as (
      input: unknown,
    ) => Promise<unknown>;
    expect(await call({ name: 'Athena', more: 1 })).toEqual({ name: 'Athena' });
    await expect(call({})).rejects.toMatchObject({ code: 'input/invalid', status: 422 });
  });

  it('end a stream that ended by itself with the word for it', async () => {
    const open = createProcedureClient(rpcRouter(api)['sessions.changes'] as never, {
      context: {},
    }) as unknown as (
      input: unknown,
      options: { signal: AbortSignal },
    ) => Promise<AsyncIterator<readonly unknown[], unknown>>;
    const stream = await open({ input: {} }, { signal: new AbortController().signal });
    const messages: unknown[] = [];
    let result = await stream.next();
    for (; !result.done; result = await stream.next()) messages.push(...result.value);
    expect(messages).toEqual([1, 2]);
    expect(result.value).toBe(STREAM_END);
  });
});
