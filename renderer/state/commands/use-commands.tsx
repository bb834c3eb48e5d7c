import { createContext, useContext, useEffect, useState } from 'react';
import type { Command } from './command.ts';
import type { CommandStore } from './command-store.ts';

const CommandContext = createContext<CommandStore | null>(null);

export const CommandProvider = CommandContext;

export const useCommandStore = (): CommandStore => {
  const store = useContext(CommandContext);
  if (store === null) throw new Error('commands need a CommandProvider above them');
  return store;
};

/** Offers commands while the component is shown; give it a memoised list. */
export const useCommands = (commands: readonly Command[]): void => {
  const store = useCommandStore();
  const [owner] = useState(() => Symbol('owner'));
  useEffect(() => store.offer(owner, commands), [store, owner, commands]);
  useEffect(() => () => store.withdraw(owner), [store, owner]);
};
