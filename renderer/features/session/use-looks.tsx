import { useMemo, useRef } from 'react';
import type { SessionSnapshot } from '../../../core/contract/index.ts';
import { agentLooks } from '../../state/index.ts';

/** The same map until somebody new speaks, so that no row and no card is drawn again for it. */
export const useLooks = (view: SessionSnapshot) => {
  const kept = useRef<ReturnType<typeof agentLooks>>(new Map());
  const looks = useMemo(() => agentLooks(view), [view]);
  if (looks.size !== kept.current.size) kept.current = looks;
  return kept.current;
};
