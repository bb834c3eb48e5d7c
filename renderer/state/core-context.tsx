import { createContext, useContext } from 'react';
import type { CoreApi } from '../../core/contract/index.ts';

const CoreContext = createContext<CoreApi | null>(null);

export const CoreProvider = CoreContext;

/** The core this page talks to, whatever carries the calls. */
export const useCore = (): CoreApi => {
  const core = useContext(CoreContext);
  if (core === null) throw new Error('the screens need a CoreProvider above them');
  return core;
};
