import { useMemo } from 'react';
import type { SessionSnapshot } from '../../../core/contract/index.ts';
import { hrefOf, useWorkspace } from '../../state/index.ts';
import { runAround } from './run-around.ts';

/** Where the breadcrumb of a session leads; one inside of a node leads back to that node. */
export const useParents = ({ specification }: SessionSnapshot) => {
  const around = useMemo(() => runAround(specification), [specification]);
  const name = useWorkspace((state) => (around === null ? undefined : state.sessions.get(around.id)?.name));
  return useMemo(
    () => [
      { label: 'Sessions', href: hrefOf({ screen: 'sessions' }) },
      ...(around === null
        ? []
        : [
            {
              label: name ?? 'The run around it',
              href: hrefOf({ screen: 'session', ...around, taskId: null }),
            },
          ]),
    ],
    [around, name],
  );
};
