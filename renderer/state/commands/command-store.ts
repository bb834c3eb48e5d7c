import { createStore } from 'zustand/vanilla';
import type { Command } from './command.ts';

interface CommandState {
  readonly commands: readonly Command[];
}

/** All commands in reach now, gathered from the screens that offer them; what came last comes first. */
export const createCommandStore = () => {
  const owners = new Map<symbol, readonly Command[]>();
  const store = createStore<CommandState>(() => ({ commands: [] }));
  const publish = () => store.setState({ commands: [...owners.values()].reverse().flat() });
  return {
    ...store,
    /** Offers commands in the name of an owner, in place of those it offered before. */
    offer: (owner: symbol, commands: readonly Command[]) => {
      owners.set(owner, commands);
      publish();
    },
    withdraw: (owner: symbol) => {
      if (owners.delete(owner)) publish();
    },
  };
};

export type CommandStore = ReturnType<typeof createCommandStore>;
