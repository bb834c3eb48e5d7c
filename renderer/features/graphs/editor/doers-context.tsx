import { createContext, useContext } from 'react';
import type { useArrange } from './use-arrange.tsx';
import type { useClipboard } from './use-clipboard.tsx';
import type { useSelectionEdits } from './use-selection-edits.tsx';
import type { useSubgraphs } from './use-subgraphs.tsx';

/** Everything that can be done to what is selected. */
export interface Doers {
  readonly arrange: ReturnType<typeof useArrange>;
  readonly edits: ReturnType<typeof useSelectionEdits>;
  readonly clipboard: ReturnType<typeof useClipboard>;
  readonly subgraphs: ReturnType<typeof useSubgraphs>;
}

const DoersContext = createContext<Doers | null>(null);

export const DoersProvider = DoersContext;

export const useDoers = (): Doers => {
  const doers = useContext(DoersContext);
  if (doers === null) throw new Error('the editor needs a DoersProvider above it');
  return doers;
};
