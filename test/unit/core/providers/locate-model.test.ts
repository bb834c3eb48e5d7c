import { describe, expect, it } from 'vitest';
import { locateModel } from '../../../../core/providers/locate-model.ts';

const entries = { lab: { type: 'openai-compatible', base_url: 'http://127.0.0.1:8000/v1' } } as const;

describe('locateModel', () => {
  it('splits at the first slash only', () => {
    expect(locateModel('lab/meta/llama-3', { entries })).toMatchObject({
      kind: 'entry',
      provider: 'lab',
      model: 'meta/llama-3',
      named: true,
    });
  });

  it('knows the built-in providers, and lets an entry of the same name come first', () => {
    expect(locateModel('openai/gpt-4o', { entries })).toMatchObject({
      named: false,
      entry: { type: 'openai' },
    });
    const own = { openai: { type: 'openai', key: 'keychain:work' } } as const;
    expect(locateModel('openai/gpt-4o', { entries: own })).toMatchObject({ named: true, entry: own.openai });
  });

  it('leaves stubs to the stubs, whatever an entry says', () => {
    expect(locateModel('stub/debater', { entries: { stub: { type: 'ollama' } } })).toEqual({
      kind: 'stub',
      name: 'stub/debater',
    });
  });

  it.each(['gpt-4o', 'nobody/x', 'openai/', 'openai/ ', '/x', '', 'toString/x', '__proto__/x'])(
    'does not know %j',
    (name) => {
      expect(locateModel(name, { entries }).kind).toBe('unknown');
    },
  );
});
