import { describe, expect, it } from 'vitest';
import type { KeyView } from '../../../../../../core/contract/index.ts';
import {
  dots,
  keyWords,
  testWords,
} from '../../../../../../renderer/features/settings/providers/key-words.ts';
import { storedKey } from '../../../../../support/stored-key.ts';

const refused = { at: 7, message: 'The key was refused.' };
const none: KeyView = { ...storedKey, source: 'none', name: null, last_four: null, stored: false };

describe('words about a key', () => {
  it('says that a key was refused, and what to do', () => {
    expect(keyWords({ ...storedKey, refused }, 'vault')).toEqual({
      mark: 'blocked',
      word: 'refused',
      detail:
        'openai refused this key, so it is not used any more. Rotate it, or test the connection once it is right.',
    });
    const fixed = {
      ...storedKey,
      refused,
      source: 'environment',
      name: 'OPENAI_API_KEY',
      storable: false,
    } as const;
    expect(keyWords(fixed, 'vault').detail).toContain('Change OPENAI_API_KEY, or test');
  });

  it('say where it comes from, and what wins', () => {
    expect(keyWords(storedKey, 'vault')).toMatchObject({ mark: 'done', word: 'vault' });
    const both = { ...storedKey, source: 'environment', name: 'OPENAI_API_KEY' } as const;
    expect(keyWords(both, 'vault').detail).toBe('From OPENAI_API_KEY, which wins over the stored key');
    expect(keyWords({ ...both, stored: false }, 'vault').detail).toBe('From OPENAI_API_KEY');
  });

  it('tell a missing key from one that is not needed and one that may be locked away', () => {
    expect(keyWords(none, 'vault')).toMatchObject({ mark: 'waiting', word: 'no key' });
    expect(keyWords(none, 'locked')).toMatchObject({ mark: 'blocked', word: 'locked' });
    expect(keyWords({ ...none, key_optional: true }, 'locked')).toMatchObject({ word: 'no key needed' });
    expect(keyWords({ ...none, storable: false }, 'vault').detail).toContain('not set');
  });

  it('show dots and the last four characters, where there are four to show', () => {
    expect(dots(storedKey)).toBe('•••••••• 6789');
    expect(dots({ ...storedKey, last_four: null })).toBe('••••••••');
    expect(dots(none)).toBeNull();
  });

  it('say how a test went', () => {
    const result = { provider: 'openai', ok: true, latency_ms: 840, models: ['a'], problem: null };
    expect(testWords(result, '840 ms')).toBe('Works: answered in 840 ms, 1 model.');
    expect(testWords({ ...result, models: [] }, '840 ms')).toContain('lists no models');
    expect(testWords({ ...result, ok: false, problem: 'The key is wrong.' }, '')).toBe('The key is wrong.');
  });
});
