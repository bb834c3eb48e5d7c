import type { Effects } from '../effects/index.ts';
import { type ChatModel, openModel, type ProviderSettings } from '../providers/index.ts';

/** Opens each model once and keeps it: its connections are used again. New settings start over. */
export const createModelCache = (
  settings: () => ProviderSettings,
  effects: Effects,
): ((name: string) => Promise<ChatModel>) => {
  const open = new Map<string, Promise<ChatModel>>();
  let openedWith: ProviderSettings | undefined;
  return (name) => {
    const current = settings();
    if (current !== openedWith) {
      open.clear();
      openedWith = current;
    }
    const known = open.get(name);
    if (known) return known;
    const model = openModel(name, current, effects);
    open.set(name, model);
    model.catch(() => open.delete(name));
    return model;
  };
};
