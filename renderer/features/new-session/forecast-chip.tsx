import type { CostForecast } from '../../../core/contract/index.ts';
import type { ForecastState } from '../../state/index.ts';
import { classNames, exactMoney, formatMoneyRange, formatTokens, plural } from '../../ui/index.ts';
import styles from './new-session.module.css';

const rangeOf = ({ usd, unknown_models: unknown }: CostForecast): string => {
  const range = formatMoneyRange(usd.low, usd.high);
  if (unknown.length === 0) return range;
  return usd.high === 0 ? 'unknown' : `${range} + unknown`;
};

/** What the run may cost, in short, beside the button that starts it. */
export const ForecastChip = ({ state }: { readonly state: ForecastState }) => {
  if (state.kind !== 'known') return null;
  const { forecast, settling } = state;
  return (
    <span
      className={classNames(styles.forecast, settling && styles.settling)}
      title={`${exactMoney(forecast.usd.low)} to ${exactMoney(forecast.usd.high)} in the worst case. ${unpriced(forecast) ?? ''}`}
    >
      <span className={styles.dim}>Forecast</span> {rangeOf(forecast)}
    </span>
  );
};

/** The same at length, with the models that nobody knows a price of. */
export const ForecastWords = ({ state }: { readonly state: ForecastState }) => {
  if (state.kind === 'none') return null;
  if (state.kind === 'failed')
    return <p className={styles.says}>No forecast: the specification cannot be planned as it is.</p>;
  const { forecast, settling } = state;
  const { calls, tokens } = forecast;
  const unknown = unpriced(forecast);
  return (
    <p className={classNames(styles.says, settling && styles.settling)} role="status">
      Forecast: {rangeOf(forecast)},{' '}
      {calls.low === calls.high ? '' : `${calls.low.toLocaleString('en-US')} to `}
      {plural(calls.high, 'call')}, at most {formatTokens(tokens.high)}.
      {unknown !== undefined && <strong className={styles.unpriced}> {unknown}</strong>}
    </p>
  );
};

const unpriced = ({ usd, unknown_models: unknown }: CostForecast): string | undefined =>
  unknown.length === 0
    ? undefined
    : `No price is known for ${unknown.join(', ')}${usd.high === 0 ? '.' : ': that comes on top.'}`;
