import { useCallback } from 'react';
import { type Resource, type TurnEntry, useResource } from '../../../state/index.ts';
import { useSession } from '../session-context.tsx';
import { findCalls, type TurnCall } from './find-calls.ts';

/** The calls of a turn with their prompts, out of the log. */
export const useTurnCalls = (entry: TurnEntry): readonly [Resource<readonly TurnCall[]>, () => void] => {
  const { feed, view } = useSession();
  const { taskId } = entry;
  // A finished turn ended at its own place in the log; of a running one the latest events tell.
  const before = entry.kind === 'finished' ? entry.header.seq : view.last_seq;
  const attempt = entry.kind === 'running' ? entry.running.call?.call_id : undefined;
  const stable = entry.kind === 'finished' ? before : `${attempt}`;
  return useResource(
    // biome-ignore lint/correctness/useExhaustiveDependencies: `stable` stands for the place in the log
    useCallback(
      (signal: AbortSignal) => findCalls((after, limit) => feed.events(after, limit, signal), taskId, before),
      [feed, taskId, stable],
    ),
  );
};
