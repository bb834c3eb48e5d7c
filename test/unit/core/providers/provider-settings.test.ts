import { describe, expect, it } from 'vitest';
import { providerEntries } from '../../../../core/providers/provider-settings.ts';

const problemsOf = (entries: unknown) => providerEntries.safeParse(entries).error?.issues ?? [];

describe('providerEntries', () => {
  it('takes the entries of the documentation', () => {
    const entries = {
      lab: { type: 'openai-compatible', base_url: 'http://127.0.0.1:8000/v1', key: 'env:LAB_KEY' },
      proxy: { type: 'anthropic', base_url: 'http://127.0.0.1:9000', key: 'keychain:proxy' },
      resp: { type: 'openai', api: 'responses', base_url: 'http://127.0.0.1:9001/v1', key: 'env:RESP_KEY' },
    };
    expect(providerEntries.parse(entries)).toEqual(entries);
  });

  it.each([
    ['an unknown type', { lab: { type: 'openia' } }, ['lab', 'type']],
    ['an unknown key', { lab: { type: 'ollama', url: 'x' } }, ['lab']],
    ['a bare key', { lab: { type: 'openai', key: 'sk-123' } }, ['lab', 'key']],
    ['an address that is none', { lab: { type: 'openai', base_url: 'lab' } }, ['lab', 'base_url']],
    ['an address of another kind', { lab: { type: 'openai', base_url: 'file:///x' } }, ['lab', 'base_url']],
    ['a server without an address', { lab: { type: 'openai-compatible' } }, ['lab', 'base_url']],
    ['an api of somebody else', { lab: { type: 'anthropic', api: 'responses' } }, ['lab', 'api']],
  ])('refuses %s at its place', (_what, entries, path) => {
    expect(problemsOf(entries).map((issue) => issue.path)).toContainEqual(path);
  });

  it('keeps the name of the stubs for the stubs', () => {
    expect(problemsOf({ stub: { type: 'ollama' } })).not.toEqual([]);
  });

  it('does not repeat a key that stands where its name should', () => {
    expect(JSON.stringify(problemsOf({ lab: { type: 'openai', key: 'sk-123' } }))).not.toContain('sk-123');
  });
});
