import { useMemo } from 'react';
import type { CoreApi } from '../../../../../core/contract/index.ts';
import { goTo, useAct, useCore } from '../../../../state/index.ts';
import { useSession } from '../../session-context.tsx';
import { type RunAgain, runAgain } from './run-again.ts';

type Answer = Omit<Parameters<CoreApi['sessions.approve']>[0], 'id' | 'node'>;

/** What can be done to the nodes of a run. What is shown changes when it has happened, not when it was asked for. */
export const useGraphActions = () => {
  const core = useCore();
  const act = useAct();
  const { id, view } = useSession();
  const { specification } = view;
  return useMemo(
    () => ({
      skip: (node: string) => void act(() => core['sessions.skip-node']({ id, node })),
      answer: (node: string, answer: Answer) => act(() => core['sessions.approve']({ id, node, ...answer })),
      runAgain: async (what: RunAgain) => {
        const execution = runAgain(id, specification, what);
        if (execution === undefined) return;
        const started = await act(() => core['tasks.execute'](execution));
        if (started !== undefined) goTo({ screen: 'session', id: started.id, taskId: null });
      },
    }),
    [core, act, id, specification],
  );
};
