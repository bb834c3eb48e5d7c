import { describe, expect, it } from 'vitest';
import { createCommandStore } from '../../../../../renderer/state/commands/command-store.ts';

const command = (id: string) => ({ id, title: id, group: 'Test', run: () => undefined });
const ids = (store: ReturnType<typeof createCommandStore>) => store.getState().commands.map(({ id }) => id);

describe('createCommandStore', () => {
  it('gathers what owners offer, the latest owner first, so that a screen may take over a key', () => {
    const store = createCommandStore();
    store.offer(Symbol('frame'), [command('a'), command('b')]);
    store.offer(Symbol('screen'), [command('c')]);
    expect(ids(store)).toEqual(['c', 'a', 'b']);
  });

  it('replaces what an owner offered before and forgets what is withdrawn', () => {
    const store = createCommandStore();
    const owner = Symbol('screen');
    store.offer(owner, [command('a')]);
    store.offer(owner, [command('b')]);
    expect(ids(store)).toEqual(['b']);
    store.withdraw(owner);
    expect(ids(store)).toEqual([]);
  });
});
