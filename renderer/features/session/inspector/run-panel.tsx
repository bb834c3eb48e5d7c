import { useMemo } from 'react';
import { describeOutcome, medianOf, recentSpeed, STUB_LABEL } from '../../../state/index.ts';
import { Figure, Figures, formatDuration, formatSpeed, Section, StateWord } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { AgentFigures } from './agent-figures.tsx';
import { ConvergencePanel } from './convergence-panel.tsx';
import { CostPanel } from './cost-panel.tsx';
import { DigestFigure } from './digest-figure.tsx';
import styles from './inspector.module.css';
import { runFigures } from './run-figures.ts';

/** What the run costs, how near it is to agreement, and how it does. */
export const RunPanel = () => {
  const { view } = useSession();
  const { totals, specification } = view;
  const figures = useMemo(() => runFigures(view), [view]);
  return (
    <>
      {view.ended !== null && (
        <Section title="Outcome">
          <StateWord {...describeOutcome(view.ended.outcome)} />
          <p className={styles.text}>{view.ended.reason}</p>
          {view.ended.decision !== null && (
            <p className={styles.text}>
              <strong>Decision:</strong> {view.ended.decision}
            </p>
          )}
          <DigestFigure />
        </Section>
      )}
      <CostPanel />
      <AgentFigures />
      <ConvergencePanel />
      <Section title="Health">
        <Figures>
          <Figure
            name="Time to first token"
            value={formatDuration(medianOf(figures.firstTokens))}
            note="median"
          />
          <Figure name="Speed" value={formatSpeed(recentSpeed(view.turns))} />
          <Figure name="Repeated calls" value={totals.repeated_calls} />
          <Figure
            name="Retries, fallbacks, failures"
            value={`${figures.retries}, ${figures.fallbacks}, ${figures.failures}`}
          />
          {figures.stubTurns > 0 && (
            <Figure
              name="Answered by a stub"
              value={`${figures.stubTurns} of ${view.turns.length}`}
              exact={STUB_LABEL}
            />
          )}
          <Figure name="Seed" value={specification.seed} />
        </Figures>
      </Section>
    </>
  );
};
