import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionTest } from '../../../../core/contract/index.ts';
import { explainError, isAbort, useCore } from '../../../state/index.ts';

export type TestState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly cancel: () => void }
  | { readonly kind: 'done'; readonly result: ConnectionTest };

/** Tests the connection of a provider; leaving the screen gives a running test up. */
export const useTest = (provider: string) => {
  const core = useCore();
  const [state, setState] = useState<TestState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const start = useCallback(async () => {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setState({ kind: 'running', cancel: () => abort.abort() });
    try {
      const result = await core['keys.test']({ provider }, { signal: abort.signal });
      if (running.current === abort)
        setState(abort.signal.aborted ? { kind: 'idle' } : { kind: 'done', result });
    } catch (thrown) {
      if (running.current !== abort) return;
      if (abort.signal.aborted || isAbort(thrown)) {
        setState({ kind: 'idle' });
        return;
      }
      const { title, details } = explainError(thrown);
      const problem = [title, ...details].join(' ');
      setState({ kind: 'done', result: { provider, ok: false, latency_ms: null, models: [], problem } });
    }
  }, [core, provider]);
  const forget = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setState({ kind: 'idle' });
  }, []);
  return { state, start, forget };
};
