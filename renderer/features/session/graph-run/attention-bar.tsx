import { Play, StepForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, plural, StateMark } from '../../../ui/index.ts';
import { useSessionActions } from '../controls/use-session-actions.tsx';
import { useSession } from '../session-context.tsx';
import styles from './graph-run.module.css';
import { useGraphRun, useRunBasics } from './graph-run-context.tsx';

/** What the run waits for a person to do: a breakpoint that was met, or nodes that ask. */
export const AttentionBar = () => {
  const { id, view } = useSession();
  const { run, tree } = useGraphRun();
  const { select } = useRunBasics();
  const actions = useSessionActions(id);
  const waiting = run.nodes.filter(({ status }) => status === 'awaiting');
  const stopped = run.paused_at === null ? undefined : tree.byId.get(run.paused_at);
  const [first] = waiting;
  if (view.status === 'ended') return null;
  return (
    <>
      {stopped !== undefined && view.status === 'paused' && (
        <Bar
          tone="paused"
          says={
            <>
              Breakpoint: paused before <b>{stopped.title}</b>. What it needs is there; it has not begun.
            </>
          }
        >
          <Button size="small" onClick={() => select(stopped.id, 'input')}>
            Look at it
          </Button>
          <Button size="small" icon={<StepForward size={12} aria-hidden="true" />} onClick={actions.step}>
            Step
          </Button>
          <Button
            size="small"
            variant="primary"
            icon={<Play size={12} aria-hidden="true" />}
            onClick={actions.resume}
          >
            Go on
          </Button>
        </Bar>
      )}
      {first !== undefined && (
        <Bar
          tone="flagged"
          says={
            waiting.length === 1 ? (
              <>
                <b>{first.title}</b> waits for you. Everything that does not need it goes on.
              </>
            ) : (
              <>
                {plural(waiting.length, 'node')} wait for you, <b>{first.title}</b> first.
              </>
            )
          }
        >
          <Button size="small" variant="primary" onClick={() => select(first.id, 'node')}>
            Answer
          </Button>
        </Bar>
      )}
    </>
  );
};

interface BarProps {
  readonly tone: 'paused' | 'flagged';
  readonly says: ReactNode;
  readonly children: ReactNode;
}

const Bar = ({ tone, says, children }: BarProps) => (
  <div className={styles.attention} data-tone={tone} role="status">
    <StateMark mark={tone} size={14} />
    <p className={styles.attentionText}>{says}</p>
    {children}
  </div>
);
