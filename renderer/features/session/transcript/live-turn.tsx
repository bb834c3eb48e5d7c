import type { RunningTurn } from '../../../../core/contract/index.ts';
import { liveSpeed, readableStream, useLiveText } from '../../../state/index.ts';
import { formatElapsed, formatSpeed, Markdown, StateMark, useNow } from '../../../ui/index.ts';
import { useSession, useSessionBasics } from '../session-context.tsx';
import styles from './transcript.module.css';
import { waitText } from './wait-text.ts';

/** Tokens as they come, in the blocks the finished turn will have. */
export const LiveBody = ({
  running,
  waits,
  compact,
}: {
  readonly running: RunningTurn;
  readonly waits: boolean;
  readonly compact: boolean;
}) => {
  const { feed } = useSessionBasics();
  const live = useLiveText(feed, running.task_id);
  if (waits) return <p className={styles.waiting}>goes on when the session is resumed</p>;
  const text = live === undefined ? '' : readableStream(live.text);
  if (text.trim() === '')
    return <Waiting running={running} thinking={live !== undefined && live.text.trim() !== ''} />;
  return <Markdown text={text} compact={compact} growing />;
};

const Elapsed = ({ since }: { readonly since: number }) => {
  const now = useNow(1000);
  return <span>{formatElapsed(now - since)}</span>;
};

const Waiting = ({ running, thinking }: { readonly running: RunningTurn; readonly thinking: boolean }) => {
  const now = useNow(1000);
  const { view } = useSession();
  const what = thinking ? 'thinking' : waitText(running, view, now);
  return (
    <p className={styles.waiting}>
      {running.waits !== null && <StateMark mark="waiting" />}
      {what}
    </p>
  );
};

/** Nobody counts tokens before the end, so this is about. */
export const LiveSpeed = ({ taskId }: { readonly taskId: string }) => {
  const { feed } = useSessionBasics();
  const live = useLiveText(feed, taskId);
  if (live === undefined) return null;
  const speed = liveSpeed(live.text, live.firstAt, live.lastAt);
  return speed === null ? null : (
    <span title="Estimated while the answer comes in">about {formatSpeed(speed)}</span>
  );
};

export const LiveFoot = ({ running, waits }: { readonly running: RunningTurn; readonly waits: boolean }) => (
  <>
    {!waits && <Elapsed since={running.started_at} />}
    {running.failures.map((failure) => (
      <span key={failure} className={styles.warn}>
        {failure}
      </span>
    ))}
    {running.call !== null && running.call.attempt > 1 && <span>call {running.call.attempt}</span>}
  </>
);
