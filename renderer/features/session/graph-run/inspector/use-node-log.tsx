import { useCallback, useRef, useState } from 'react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { type Resource, useResource } from '../../../../state/index.ts';
import { useSessionBasics } from '../../session-context.tsx';
import { FIRST_READ, type NodeLog, readNodeLog } from './node-log.ts';

interface NodeLogState {
  readonly log: Resource<NodeLog>;
  /** Reads on where the stretch of a node was too long to be read whole; null where it is. */
  readonly readOn: (() => void) | null;
}

/** What the log tells of a node; read again when the node has changed, with what was read before in sight. */
export const useNodeLog = ({ id, first_seq, last_seq }: NodeRun): NodeLogState => {
  const { feed } = useSessionBasics();
  const [most, setMost] = useState(FIRST_READ);
  const [log] = useResource(
    useCallback(
      (signal: AbortSignal) =>
        readNodeLog((after, limit) => feed.events(after, limit, signal), { id, first_seq, last_seq }, most),
      [feed, id, first_seq, last_seq, most],
    ),
  );
  const kept = useRef<Resource<NodeLog>>(log);
  if (log.kind !== 'loading') kept.current = log;
  const isCut = log.kind === 'ready' && last_seq !== null && log.value.readTo < last_seq - 1;
  return { log: kept.current, readOn: isCut ? () => setMost(most * 4) : null };
};
