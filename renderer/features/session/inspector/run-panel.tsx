import { useMemo } from 'react';
import { describeOutcome, medianOf, recentSpeed, STUB_LABEL } from '../../../state/index.ts';
import {
  ColourDot,
  exactCount,
  exactMoney,
  Figure,
  Figures,
  formatCount,
  formatDuration,
  formatMoney,
  formatSpeed,
  Meter,
  Section,
  StateWord,
} from '../../../ui/index.ts';
import { lookOf, useSession } from '../session-context.tsx';
import { ConvergencePanel } from './convergence-panel.tsx';
import { DigestFigure } from './digest-figure.tsx';
import styles from './inspector.module.css';
import { runFigures } from './run-figures.ts';

/** What the run costs, how near it is to agreement, and how it does. */
export const RunPanel = () => {
  const { view, looks } = useSession();
  const { totals, specification, by_agent: byAgent } = view;
  const figures = useMemo(() => runFigures(view), [view]);
  const inOrder = useMemo(() => {
    const order = [...looks.keys()];
    return [...byAgent].sort((a, b) => order.indexOf(a.agent) - order.indexOf(b.agent));
  }, [byAgent, looks]);
  const tokens = totals.tokens.input + totals.tokens.output;
  const cap = specification.budget.tokens;
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
      <Section
        title="Cost"
        aside={cap === undefined ? undefined : `${formatCount(tokens)} of ${formatCount(cap)} tokens`}
      >
        {cap !== undefined && (
          <div className={styles.meter}>
            <Meter
              label="Tokens used"
              value={tokens / cap}
              valueText={`${exactCount(tokens)} of ${exactCount(cap)}`}
            />
          </div>
        )}
        <Figures>
          <Figure name="Spent" value={formatMoney(totals.usd)} exact={exactMoney(totals.usd)} />
          <Figure
            name="Tokens read"
            value={formatCount(totals.tokens.input)}
            exact={exactCount(totals.tokens.input)}
          />
          <Figure
            name="Tokens written"
            value={formatCount(totals.tokens.output)}
            exact={exactCount(totals.tokens.output)}
          />
          <Figure name="Model calls" value={exactCount(totals.calls)} />
        </Figures>
      </Section>
      {inOrder.length > 0 && (
        <Section title="By agent">
          <table className={styles.agents}>
            <thead>
              <tr>
                <td />
                <th scope="col">turns</th>
                <th scope="col">tokens</th>
                <th scope="col">cost</th>
              </tr>
            </thead>
            <tbody>
              {inOrder.map((agent) => (
                <tr key={agent.agent}>
                  <th scope="row">
                    <ColourDot colour={lookOf(looks, agent.agent).colour} />
                    <span className={styles.agentName}>{agent.agent}</span>
                  </th>
                  <td>{agent.turns}</td>
                  <td
                    title={`${exactCount(agent.input_tokens)} read, ${exactCount(agent.output_tokens)} written`}
                  >
                    {formatCount(agent.input_tokens + agent.output_tokens)}
                  </td>
                  <td title={exactMoney(agent.usd)}>{formatMoney(agent.usd)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
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
          <Figure name="Fallbacks, failures" value={`${figures.fallbacks}, ${figures.failures}`} />
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
