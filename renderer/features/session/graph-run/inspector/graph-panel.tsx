import { useMemo } from 'react';
import { graphTotals } from '../../../../../core/projections/index.ts';
import { describeOutcome, nodeStatuses, statusWord } from '../../../../state/index.ts';
import {
  exactCount,
  Figure,
  Figures,
  formatDuration,
  Section,
  StateMark,
  StateWord,
} from '../../../../ui/index.ts';
import { AgentFigures } from '../../inspector/agent-figures.tsx';
import { CostPanel } from '../../inspector/cost-panel.tsx';
import { DigestFigure } from '../../inspector/digest-figure.tsx';
import { useSession } from '../../session-context.tsx';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import styles from './node.module.css';

/** The run as a whole: how it came out, how far it is, what took longest, what it costs. */
export const GraphPanel = () => {
  const { view } = useSession();
  const { run } = useGraphRun();
  const { specification, ended } = view;
  return (
    <>
      {ended !== null && (
        <Section title="Outcome">
          <StateWord {...describeOutcome(ended.outcome)} />
          <p className={styles.text}>{ended.reason}</p>
          <DigestFigure />
        </Section>
      )}
      <Progress />
      <PathSection />
      <CostPanel />
      <AgentFigures />
      <Section title="Settings">
        <Figures>
          <Figure name="At once" value={specification.workflow?.parallel.total ?? 1} />
          <Figure
            name="When a node fails"
            value={specification.workflow?.on_failure === 'continue' ? 'goes on without it' : 'stops'}
          />
          {run.stored !== null && <Figure name="Graph version" value={run.stored.version} />}
          <Figure name="Seed" value={specification.seed} />
        </Figures>
      </Section>
    </>
  );
};

const Progress = () => {
  const { run } = useGraphRun();
  const totals = useMemo(() => graphTotals(run.nodes), [run.nodes]);
  return (
    <Section title="Nodes" aside={`${exactCount(totals.ended)} of ${exactCount(totals.nodes)} ended`}>
      <Figures>
        {nodeStatuses.map((status) =>
          totals.byStatus[status] === 0 ? null : (
            <Figure
              key={status}
              name={
                <span className={styles.count}>
                  <StateMark mark={statusWord(status).mark} size={13} />
                  {statusWord(status).word}
                </span>
              }
              value={exactCount(totals.byStatus[status])}
            />
          ),
        )}
        {totals.given > 0 && (
          <Figure
            name={
              <span className={styles.count}>
                <StateMark mark="recorded" size={13} />
                not made by this run
              </span>
            }
            value={exactCount(totals.given)}
          />
        )}
      </Figures>
    </Section>
  );
};

/** More steps than this are told by their number. */
const MOST_STEPS = 12;

const PathSection = () => {
  const { critical, tree } = useGraphRun();
  const { select } = useRunBasics();
  if (critical === null || critical.nodes.length === 0) return null;
  const longest = critical.nodes
    .flatMap((id) => tree.byId.get(id) ?? [])
    .map((node) => ({ node, ms: (node.ended_at ?? 0) - (node.started_at ?? 0) }));
  const shown =
    longest.length <= MOST_STEPS
      ? longest
      : longest.toSorted((one, other) => other.ms - one.ms).slice(0, MOST_STEPS);
  return (
    <Section title="Critical path" aside={formatDuration(critical.lasted)}>
      <p className={styles.text}>
        What the run waited for longest: {exactCount(critical.nodes.length)} of its nodes, of which{' '}
        {formatDuration(critical.worked)} at work.
        {shown.length < longest.length && ` The ${MOST_STEPS} that took longest:`}
      </p>
      <ul className={styles.sources}>
        {shown.map(({ node, ms }) => (
          <li key={node.id}>
            <button type="button" className={styles.source} onClick={() => select(node.id, 'node')}>
              <span className={styles.sourceTitle} dir="auto">
                {node.title}
              </span>
              <span className={styles.dim}>{formatDuration(ms)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
};
