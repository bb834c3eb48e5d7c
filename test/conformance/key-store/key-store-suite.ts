import { expect, it } from 'vitest';
import type { KeyStore } from '../../../core/keys/index.ts';

/** What one test works with: a store that holds nothing, and a second view of it, as another process has one. */
export interface KeyStoreBench {
  readonly store: KeyStore;
  readonly again: () => KeyStore;
}

/** What every store of keys does, whatever keeps them. */
export const keyStoreSuite = (open: () => Promise<KeyStoreBench>): void => {
  it('has nothing at first, and nothing to remove', async () => {
    const { store } = await open();
    expect(await store.read('openai')).toBeUndefined();
    expect(await store.remove('openai')).toBe(false);
  });

  it('gives back what was set, in this view and in another', async () => {
    const { store, again } = await open();
    expect(await store.set('openai', 'sk-one')).toBe(false);
    expect(await store.read('openai')).toBe('sk-one');
    expect(await again().read('openai')).toBe('sk-one');
  });

  it('keeps any printable key and any name as they are', async () => {
    const { store } = await open();
    const key = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('');
    const long = 'x'.repeat(2_000);
    await store.set('__proto__', key);
    await store.set('a.b-c_d', long);
    expect(await store.read('__proto__')).toBe(key);
    expect(await store.read('a.b-c_d')).toBe(long);
  });

  it('rotates one key and keeps the rest', async () => {
    const { store } = await open();
    await store.set('openai', 'sk-one');
    await store.set('anthropic', 'sk-two');
    await store.set('proxy', 'sk-three');
    expect(await store.set('anthropic', 'sk-new')).toBe(true);
    expect(await store.read('openai')).toBe('sk-one');
    expect(await store.read('anthropic')).toBe('sk-new');
    expect(await store.read('proxy')).toBe('sk-three');
  });

  it('removes one key and keeps the rest', async () => {
    const { store, again } = await open();
    await store.set('openai', 'sk-one');
    await store.set('anthropic', 'sk-two');
    expect(await store.remove('openai')).toBe(true);
    expect(await store.read('openai')).toBeUndefined();
    expect(await again().read('openai')).toBeUndefined();
    expect(await store.read('anthropic')).toBe('sk-two');
    expect(await store.remove('openai')).toBe(false);
  });

  it('loses nothing when several views write at once', async () => {
    const { store, again } = await open();
    const names = Array.from({ length: 8 }, (_, index) => `name-${index}`);
    const views = [store, again()];
    await Promise.all(names.map((name, index) => views[index % 2]?.set(name, `key-${index}`)));
    expect(await Promise.all(names.map((name) => store.read(name)))).toEqual(
      names.map((_, index) => `key-${index}`),
    );
  });
};
