import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Core, createCore } from '../../../../core/app/index.ts';
import { identityOf, keyIn } from '../../../../core/app/key-gate.ts';
import type { KeySlot } from '../../../../core/providers/index.ts';
import { pricedDebate } from '../../../support/priced-core.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const slot: KeySlot = {
  ...{ provider: 'lab', type: 'openai-compatible', baseUrl: 'http://lab', keyOptional: false },
  ...{ variable: 'LAB_KEY', storedAs: 'lab' },
};

/** A server that takes one key only, and a home whose account is sent there. */
const openLab = async (takes: string) => {
  const asked: string[] = [];
  const state = { takes };
  const server = createServer((request, response) => {
    const key = String(request.headers.authorization).replace('Bearer ', '');
    asked.push(`${request.url?.split('/').at(-1)} ${key}`);
    const isRight = key === state.takes;
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' });
    response.end(isRight ? '{"data":[{"id":"a"}]}' : '{"error":{"message":"Invalid key."}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as { port: number };
  const home = temporaryFolder();
  const entry = `{ type: openai-compatible, base_url: http://127.0.0.1:${port}/v1, key: env:LAB_KEY }`;
  writeFileSync(join(home, 'config.yaml'), `providers:\n  lab: ${entry}\n`);
  const open = async (key: string): Promise<Core> => {
    const core = await createCore({ home, host: 'cli', environment: { LAB_KEY: key }, logTo: 'none' });
    onTestFinished(() => core.close());
    return core;
  };
  return { asked, state, open };
};
const run = async (core: Core) => {
  const { id } = await core.api['sessions.create'](
    pricedDebate({ model: 'lab/a', max_rounds: 1, agents: ['Athena'], mode: 'single' }) as never,
  );
  return core.whenEnded(id);
};
const refusedIn = async (core: Core) =>
  (await core.api['keys.list']({})).items.find(({ provider }) => provider === 'lab')?.refused;

describe('a key that was refused', { timeout: 60_000 }, () => {
  it('is shown to the server once, by whatever process, until it is another or a test succeeds', async () => {
    const { asked, state, open } = await openLab('right');
    const first = await open('wrong');
    expect((await run(first)).exit_code).toBe(5);
    expect(asked).toEqual(['completions wrong']);
    const second = await open('wrong');
    const { exit_code: code, reason } = await run(second);
    expect(code).toBe(5);
    expect(reason).toContain('lab has refused the key');
    expect(asked).toHaveLength(1);
    for (const core of [first, second])
      expect(await refusedIn(core)).toMatchObject({ at: expect.any(Number) });
    const changed = await open('other');
    expect(await refusedIn(changed)).toBeNull();
    await run(changed);
    expect(asked.at(-1)).toBe('completions other');
    state.takes = 'other';
    expect(await changed.api['keys.test']({ provider: 'lab' })).toMatchObject({ ok: true });
    expect(await refusedIn(changed)).toBeNull();
  });

  it('is told by key and address together', async () => {
    const keys = (given: string | undefined, stored: string | undefined) => ({
      keyOf: async () => given,
      find: async () => (stored === undefined ? undefined : { key: stored, store: 'vault' as const }),
    });
    expect(await keyIn(slot, keys('a', 'b'))).toBe('a');
    expect(await keyIn(slot, keys(undefined, 'b'))).toBe('b');
    expect(await keyIn({ ...slot, variable: null, storedAs: null }, keys('a', 'b'))).toBeUndefined();
    expect(identityOf(slot, 'a')).not.toBe(identityOf({ ...slot, baseUrl: 'http://else' }, 'a'));
    expect(identityOf({ ...slot, baseUrl: null }, undefined)).toBe('\n');
  });
});
