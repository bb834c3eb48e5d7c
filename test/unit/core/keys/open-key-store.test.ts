import { describe, expect, it } from 'vitest';
import { openKeyStore } from '../../../../core/keys/open-key-store.ts';

describe('openKeyStore', () => {
  const store = openKeyStore({ LAB_KEY: 'abc\n', EMPTY: '', BLANK: '  ' });

  it('reads the environment it was given and cuts blanks off', async () => {
    expect(await store.keyOf('env:LAB_KEY')).toBe('abc');
  });

  it('takes an empty variable for none', async () => {
    expect(await store.keyOf('env:EMPTY')).toBeUndefined();
    expect(await store.keyOf('env:BLANK')).toBeUndefined();
    expect(await store.keyOf('env:ABSENT')).toBeUndefined();
  });

  it('sees nothing of the environment of the process', async () => {
    expect(await store.keyOf('env:PATH')).toBeUndefined();
  });

  it('refuses what is no reference', async () => {
    await expect(store.keyOf('plain')).rejects.toMatchObject({ code: 'input/invalid' });
  });
});
