import { describeSession, modeWords } from '../../../state/index.ts';
import { Chip, exactMoment, formatElapsed, StateMark, useNow } from '../../../ui/index.ts';
import styles from '../controls/controls.module.css';
import { CostChip } from '../controls/status-chips.tsx';
import { useSession } from '../session-context.tsx';

/** Mode, state and how long it has been going. */
export const GraphChips = () => {
  const { view } = useSession();
  const goes = view.status === 'running' || view.status === 'pausing';
  const now = useNow(goes ? 1000 : null);
  const state = describeSession(view.status, view.ended?.outcome ?? null);
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
        {formatElapsed((goes ? now : view.last_at) - view.created_at)}
      </span>
    </>
  );
};
