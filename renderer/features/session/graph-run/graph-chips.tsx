import { useMemo } from 'react';
import type { NodeRun } from '../../../../core/contract/index.ts';
import { describeSession, modeWords, statusWord } from '../../../state/index.ts';
import { Chip, exactMoment, formatDuration, formatElapsed, StateMark, useNow } from '../../../ui/index.ts';
import styles from '../controls/controls.module.css';
import { CostChip } from '../controls/status-chips.tsx';
import { useSession } from '../session-context.tsx';
import { useGraphRun } from './graph-run-context.tsx';

/** Mode, state and how long it has been going. */
export const GraphChips = () => {
  const { view } = useSession();
  const goes = view.status === 'running' || view.status === 'pausing';
  const now = useNow(goes ? 1000 : null);
  const { nodes } = useGraphRun().run;
  const onlyAsks = useMemo(() => waitsForReader(nodes), [nodes]);
  const asks = view.status === 'running' && onlyAsks;
  const state = asks ? statusWord('awaiting') : describeSession(view.status, view.ended?.outcome ?? null);
  return (
    <>
      <span className={styles.modeChip}>
        <Chip>{modeWords[view.specification.mode].word.toLowerCase()}</Chip>
      </span>
      <Chip>
        <StateMark mark={state.mark} size={12} />
        {state.word}
      </Chip>
      <CostChip />
      <span className={styles.elapsed} title={`begun ${exactMoment(view.created_at)}`}>
        {goes ? formatElapsed(now - view.created_at) : formatDuration(view.last_at - view.created_at)}
      </span>
    </>
  );
};

/** Nothing goes on by itself any more: a node that holds others works only through them. */
const waitsForReader = (nodes: readonly NodeRun[]): boolean => {
  const holders = new Set(nodes.map(({ parent }) => parent));
  const goes = nodes.some(
    ({ id, status }) => (status === 'running' || status === 'retrying') && !holders.has(id),
  );
  return !goes && nodes.some(({ status }) => status === 'awaiting');
};
