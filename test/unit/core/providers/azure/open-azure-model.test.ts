import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../../core/effects/index.ts';
import { openModel } from '../../../../../core/providers/index.ts';
import type { ProviderEntry } from '../../../../../core/providers/provider-settings.ts';
import { withServer } from '../loopback-server.ts';
import { freshSettings } from '../provider-test-settings.ts';

/** Path and headers of a call to a deployment `gpt-4o` at this entry. */
const asked = async (path: string, entry: Partial<ProviderEntry> = {}) => {
  let seen: { readonly url: string | undefined; readonly key: unknown; readonly bearer: unknown } | null =
    null;
  await withServer(
    (request, response) => {
      const { url, headers } = request;
      seen = { url, key: headers['api-key'], bearer: headers.authorization };
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":{"message":"none"}}');
    },
    async (address) => {
      const west = { type: 'azure', base_url: `${address}${path}`, key: 'env:K', ...entry } as const;
      const settings = { ...freshSettings, entries: { west }, keyOf: async () => 'azure-key' };
      const model = await openModel('west/gpt-4o', settings, realEffects);
      const request = { messages: [{ role: 'user' as const, content: 'Hello' }], maxOutputTokens: 9 };
      await expect(model.complete(request, new AbortController().signal)).rejects.toMatchObject({
        code: 'provider/not-found',
      });
    },
  );
  return seen;
};

describe('openAzureModel', () => {
  it.each([
    ['', {}, '/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21'],
    [
      '/openai',
      { api_version: '2025-01-01-preview' },
      '/openai/deployments/gpt-4o/chat/completions?api-version=2025-01-01-preview',
    ],
    ['/openai/v1', {}, '/openai/v1/chat/completions'],
    ['/models', {}, '/models/chat/completions?api-version=2024-05-01-preview'],
    ['', { api: 'responses' }, '/openai/v1/responses'],
    ['/models', { api: 'responses' }, '/openai/v1/responses'],
    ['/openai/v1', { api: 'responses', api_version: 'preview' }, '/openai/v1/responses?api-version=preview'],
  ] as const)('an address ending in "%s" with %o is asked at %s', async (path, entry, url) => {
    expect(await asked(path, entry)).toEqual({ url, key: 'azure-key', bearer: undefined });
  });
});
