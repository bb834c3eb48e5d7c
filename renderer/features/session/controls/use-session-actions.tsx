import { useMemo } from 'react';
import { goTo, useAct, useCore } from '../../../state/index.ts';

/** What can be done to a session. None of it changes what is shown: the tail does, once it has happened. */
export const useSessionActions = (id: string) => {
  const core = useCore();
  const act = useAct();
  return useMemo(
    () => ({
      pause: (when: 'after-turn' | 'now') => void act(() => core['sessions.pause']({ id, when })),
      resume: () => void act(() => core['sessions.resume']({ id })),
      step: () => void act(() => core['sessions.advance']({ id })),
      stop: (synthesis: boolean) => void act(() => core['sessions.stop']({ id, synthesis })),
      skip: (agent: string) => void act(() => core['sessions.skip']({ id, agent })),
      extend: (rounds: number) => void act(() => core['sessions.extend']({ id, rounds })),
      /** A new session with everything before the turn that failed; this one stays as it is. */
      retry: async () => {
        const fork = await act(() => core['sessions.fork']({ id }));
        if (fork !== undefined) goTo({ screen: 'session', id: fork.id, taskId: null });
      },
      interject: (text: string, to: string, from: 'user' | 'moderator') =>
        act(() => core['sessions.interject']({ id, text, to, from })),
      remove: async () => {
        const gone = await act(() => core['sessions.delete']({ id }), 'Session deleted with all its rows');
        if (gone !== undefined) goTo({ screen: 'sessions' }, { replace: true });
      },
      verify: () => core['sessions.verify']({ id }),
      replay: () => core['sessions.replay']({ id }),
    }),
    [core, act, id],
  );
};

export type SessionActions = ReturnType<typeof useSessionActions>;
