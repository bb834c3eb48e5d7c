import { useMemo } from 'react';
import { costMeter, specificationAgain, useForecast } from '../../../state/index.ts';
import {
  exactCount,
  exactMoney,
  exactTokens,
  Figure,
  Figures,
  formatCount,
  formatElapsed,
  formatMoney,
  formatMoneyRange,
  formatTokens,
  Meter,
  plural,
  Section,
  useNow,
} from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './inspector.module.css';

/** Spent, set aside and foreseen, against the caps of this session. */
export const CostPanel = () => {
  const { view } = useSession();
  const { totals, specification } = view;
  const meter = costMeter(view);
  const { usd, tokens } = meter;
  return (
    <Section
      title="Cost"
      aside={
        usd.cap !== undefined
          ? `${spentWord(usd.spent)} of ${formatMoney(usd.cap)}`
          : tokens.cap !== undefined
            ? `${formatCount(tokens.spent)} of ${formatTokens(tokens.cap)}`
            : 'no cap'
      }
    >
      {usd.cap !== undefined && (
        <div className={styles.meter}>
          <Meter
            label="Money used"
            value={(usd.spent ?? 0) / usd.cap}
            ahead={usd.reserved / usd.cap}
            valueText={`${exactMoney(usd.spent)} spent and ${exactMoney(usd.reserved)} reserved of ${exactMoney(usd.cap)}`}
            fill={fillOf((usd.spent ?? 0) + usd.reserved, usd.cap)}
          />
        </div>
      )}
      {tokens.cap !== undefined && (
        <div className={styles.meter}>
          <Meter
            label="Tokens used"
            value={tokens.spent / tokens.cap}
            ahead={tokens.reserved / tokens.cap}
            valueText={`${exactTokens(tokens.spent)} used and ${exactTokens(tokens.reserved)} reserved of ${exactTokens(tokens.cap)}`}
            fill={fillOf(tokens.spent + tokens.reserved, tokens.cap)}
          />
        </div>
      )}
      <Figures>
        <Figure name="Spent" value={spentWord(usd.spent)} exact={exactMoney(usd.spent)} />
        {view.ended === null && (
          <>
            <Figure
              name="Reserved for running calls"
              value={
                meter.reservedUnknown
                  ? usd.reserved > 0
                    ? `${formatMoney(usd.reserved)} + unknown`
                    : 'unknown'
                  : formatMoney(usd.reserved)
              }
              exact={`${exactMoney(usd.reserved)}, ${exactTokens(tokens.reserved)}`}
            />
            {specification.workflow === undefined && <ForecastFigure />}
          </>
        )}
        {usd.cap !== undefined && tokens.cap !== undefined && (
          <Figure
            name="Tokens, of their cap"
            value={`${formatCount(tokens.spent)} of ${formatCount(tokens.cap)}`}
            exact={`${exactCount(tokens.spent)} of ${exactCount(tokens.cap)}`}
          />
        )}
        {specification.budget.seconds !== undefined && <TimeFigure cap={specification.budget.seconds} />}
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
        {specification.on_limit === 'downgrade' && (
          <Figure name="At the cap" value="steps down to a cheaper model" wrap />
        )}
      </Figures>
    </Section>
  );
};

const spentWord = (usd: number | null): string => (usd === null ? 'unknown' : formatMoney(usd));

const NEAR = 0.8;
const fillOf = (used: number, cap: number): string =>
  used >= cap ? 'var(--bad)' : used >= cap * NEAR ? 'var(--warn)' : 'var(--accent)';

/** What the whole run may come to; never less than what it has cost already. */
const ForecastFigure = () => {
  const { view } = useSession();
  const specification = useMemo(
    () => ({ ...specificationAgain(view.specification), max_rounds: view.max_rounds }),
    [view.specification, view.max_rounds],
  );
  const state = useForecast(specification);
  if (state.kind !== 'known') return <Figure name="Forecast, whole run" value="–" />;
  const { usd, unknown_models: unknown, calls, tokens } = state.forecast;
  const spent = view.totals.usd ?? 0;
  const range = formatMoneyRange(Math.max(usd.low, spent), Math.max(usd.high, spent));
  return (
    <Figure
      name="Forecast, whole run"
      value={unknown.length === 0 ? range : usd.high === 0 ? 'unknown' : `${range} + unknown`}
      exact={`${plural(calls.low, 'call')} to ${exactCount(calls.high)}, at most ${exactTokens(tokens.high)}${unknown.length === 0 ? '' : `; no price is known for ${unknown.join(', ')}`}`}
    />
  );
};

const TimeFigure = ({ cap }: { readonly cap: number }) => {
  const { view } = useSession();
  const goes = view.status === 'running' || view.status === 'pausing';
  const now = useNow(goes ? 1000 : null);
  const elapsed = (goes ? now : view.last_at) - view.created_at;
  return (
    <Figure name="Time, of its cap" value={`${formatElapsed(elapsed)} of ${formatElapsed(cap * 1000)}`} />
  );
};
