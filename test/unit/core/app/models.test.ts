import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCore } from '../../../support/open-core.ts';

/** A loopback server that answers as an Ollama with one model does. */
const ollama = async (): Promise<string> => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ models: [{ name: 'llama3.2:latest' }, { name: 'kimi-k2:1t-cloud' }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('listModels', () => {
  it('offers the stubs, labelled, and what an Ollama on this machine has', async () => {
    const { api } = await openCore({ environment: { OLLAMA_HOST: await ollama(), OPENAI_API_KEY: 'k' } });
    const { items, providers } = await api['models.list']({});
    expect(items.find(({ name }) => name === 'stub/debater')).toMatchObject({
      stub: true,
      note: expect.stringContaining('not a language model'),
    });
    expect(items.filter(({ provider }) => provider === 'ollama')).toMatchObject([
      { name: 'ollama/llama3.2:latest', local: true },
      { name: 'ollama/kimi-k2:1t-cloud', local: false, note: expect.stringContaining('leaves this machine') },
    ]);
    expect(providers).toContainEqual(expect.objectContaining({ provider: 'openai', state: 'not-tested' }));
    expect(providers).toContainEqual(expect.objectContaining({ provider: 'anthropic', state: 'no-key' }));
    expect(JSON.stringify(providers)).not.toContain('"k"');
  });

  it('says so when no Ollama answers', async () => {
    const { api } = await openCore();
    const { providers } = await api['models.list']({});
    expect(providers).toContainEqual(expect.objectContaining({ provider: 'ollama', state: 'unreachable' }));
  });
});
