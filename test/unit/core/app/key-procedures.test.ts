import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SYSTEM_STREAM } from '../../../../core/contract/index.ts';
import { realEffects } from '../../../../core/effects/index.ts';
import { openSqliteEventStore } from '../../../../core/storage/index.ts';
import { startFakeProvider } from '../../../support/fake-provider.ts';
import { openCore } from '../../../support/open-core.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const KEY = 'sk-canary-key-procedures-0123456789';
const environment = { AGENTNET_KEY_STORE: 'vault', AGENTNET_KEY_PASSPHRASE: 'pass phrase' };

const keyEvents = async (home: string) => {
  const store = await openSqliteEventStore({ folder: home, effects: realEffects });
  const events: unknown[] = [];
  for await (const batch of store.read(SYSTEM_STREAM)) {
    for (const { type, data } of batch) if (type === 'key-changed') events.push(data);
  }
  await store.close();
  return events;
};

describe('keys', () => {
  it('are set, rotated and removed, each recorded without a part of the key', async () => {
    const home = temporaryFolder();
    const { api } = await openCore({ home, environment });
    expect(await api['keys.set']({ provider: 'openai', key: ` ${KEY}\n` })).toMatchObject({
      source: 'vault',
      last_four: '6789',
      stored: true,
    });
    await api['keys.set']({ provider: 'openai', key: `${KEY}-new` });
    expect(await api['keys.remove']({ provider: 'openai' })).toMatchObject({ source: 'none', stored: false });
    await expect(api['keys.remove']({ provider: 'openai' })).rejects.toMatchObject({
      code: 'input/conflict',
    });
    expect(await keyEvents(home)).toEqual([
      { provider: 'openai', action: 'set', store: 'vault' },
      { provider: 'openai', action: 'rotated', store: 'vault' },
      { provider: 'openai', action: 'removed', store: 'vault' },
    ]);
  });

  it('are listed with the store they would go into', async () => {
    const { api } = await openCore({ environment: { ...environment, HF_TOKEN: 'hf_0123456789abcdef' } });
    const { store, items } = await api['keys.list']({});
    expect(store.kind).toBe('vault');
    expect(items.map(({ provider }) => provider)).toEqual(
      expect.arrayContaining(['openai', 'azure', 'anthropic', 'huggingface', 'ollama']),
    );
    expect(items.find(({ provider }) => provider === 'huggingface')).toMatchObject({
      source: 'environment',
      name: 'HF_TOKEN',
      last_four: 'cdef',
    });
  });

  it('are not stored for what takes none, and an unknown provider is not repeated', async () => {
    const home = temporaryFolder();
    writeFileSync(
      join(home, 'config.yaml'),
      'providers:\n  lab: { type: openai-compatible, base_url: "http://127.0.0.1:9/v1", key: "env:LAB_KEY" }\n',
    );
    const { api } = await openCore({ home, environment });
    await expect(api['keys.set']({ provider: 'lab', key: KEY })).rejects.toMatchObject({
      message: expect.stringContaining('LAB_KEY'),
      remedy: expect.stringContaining('keychain:lab'),
    });
    await expect(api['keys.set']({ provider: 'ollama', key: KEY })).rejects.toMatchObject({
      code: 'input/conflict',
    });
    const pasted = await api['keys.test']({ provider: KEY }).catch((error) => error.toWire());
    expect(pasted).toMatchObject({ code: 'input/invalid' });
    expect(JSON.stringify(pasted)).not.toContain('canary');
  });

  it('open a vault whose pass phrase is given later', async () => {
    const { api } = await openCore();
    expect((await api['keys.list']({})).store.kind).toBe('none');
    await expect(api['keys.set']({ provider: 'openai', key: KEY })).rejects.toMatchObject({
      code: 'input/conflict',
    });
    expect(await api['keys.unlock']({ passphrase: 'chosen' })).toMatchObject({ kind: 'vault' });
    expect(await api['keys.set']({ provider: 'openai', key: KEY })).toMatchObject({ source: 'vault' });
  });

  it('are tested against their server, which gets the newest one and whose echo is not shown', async () => {
    const server = await startFakeProvider();
    onTestFinished(() => server.close());
    const { api } = await openCore({ environment: { ...environment, OPENAI_BASE_URL: `${server.url}/v1` } });
    await api['keys.set']({ provider: 'openai', key: KEY });
    expect(await api['keys.test']({ provider: 'openai' })).toMatchObject({
      ok: true,
      models: ['alpha', 'beta'],
      latency_ms: expect.any(Number),
      problem: null,
    });
    await api['keys.set']({ provider: 'openai', key: `${KEY}-new` });
    server.mood = 'refuses';
    const refused = await api['keys.test']({ provider: 'openai' });
    expect(refused).toMatchObject({ ok: false, models: [], problem: expect.stringContaining('(key)') });
    expect(JSON.stringify(refused)).not.toContain('canary');
    expect(server.keys).toEqual([KEY, `${KEY}-new`]);
  });
});
