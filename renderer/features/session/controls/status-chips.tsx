import { costMeter, describeSession, modeWords } from '../../../state/index.ts';
import {
  Chip,
  exactMoment,
  exactMoney,
  formatDuration,
  formatElapsed,
  formatMoney,
  StateMark,
  useNow,
} from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './controls.module.css';

/** Mode, state, round and how long it has been going. */
export const StatusChips = () => {
  const { view } = useSession();
  const goes = view.status === 'running' || view.status === 'pausing';
  const now = useNow(goes ? 1000 : null);
  const state = describeSession(view.status, view.ended?.outcome ?? null);
  const elapsed = (goes ? now : view.last_at) - view.created_at;
  const rounds = `round ${view.round} of ${view.max_rounds}`;
  return (
    <>
      <span className={styles.modeChip}>
        <Chip>{modeWords[view.specification.mode].word.toLowerCase()}</Chip>
      </span>
      <Chip title={rounds}>
        <StateMark mark={state.mark} size={12} />
        {view.status === 'running' && view.round > 0 ? rounds : state.word}
        {view.status !== 'running' && view.status !== 'ended' && `, ${rounds}`}
      </Chip>
      <CostChip />
      <span className={styles.elapsed} title={`begun ${exactMoment(view.created_at)}`}>
        {goes ? formatElapsed(elapsed) : formatDuration(elapsed)}
      </span>
    </>
  );
};

/** Spent against the cap in dollars; a session without one, or one that costs nothing, has none. */
export const CostChip = () => {
  const { view } = useSession();
  const { usd } = costMeter(view);
  if (usd.cap === undefined && usd.spent === 0) return null;
  const spent = usd.spent === null ? 'cost unknown' : formatMoney(usd.spent);
  return (
    <span className={styles.costChip}>
      <Chip title={`${exactMoney(usd.spent)} spent, ${exactMoney(usd.reserved)} reserved`}>
        {usd.cap === undefined ? spent : `${spent} of ${formatMoney(usd.cap)}`}
      </Chip>
    </span>
  );
};
