import { scaleBand, scaleLinear } from '@visx/scale';
import styles from './bar-chart.module.css';
import type { BarChartProps } from './bar-chart-props.ts';
import { chartTicks } from './chart-ticks.ts';
import { useChartWidth } from './use-chart-width.tsx';

const MARGIN = { top: 14, right: 0, bottom: 22, left: 56 };
const CHART_HEIGHT = 168;
const BASE = CHART_HEIGHT - MARGIN.bottom;
const WIDEST_BAR = 34;
const NAME_WIDTH = 62;

/** Amounts over time, from zero up. */
export const BarChartView = ({ label, bars, format }: BarChartProps) => {
  const [holder, width] = useChartWidth(600);
  const most = Math.max(...bars.map(({ value }) => value), 0);
  const x = scaleBand<string>({
    domain: bars.map(({ key }) => key),
    range: [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)],
    padding: 0.25,
  });
  const y = scaleLinear<number>({ domain: [0, most === 0 ? 1 : most], range: [BASE, MARGIN.top], nice: 3 });
  const barWidth = Math.min(WIDEST_BAR, x.bandwidth());
  const ticks = chartTicks(0, bars.length - 1, Math.max(2, Math.floor((width - MARGIN.left) / NAME_WIDTH)));
  const named = new Set(
    // The last name has its place whatever stands before it.
    ticks.filter((tick) => tick === bars.length - 1 || (bars.length - 1 - tick) * x.step() >= NAME_WIDTH),
  );
  const amounts = most === 0 ? [0] : y.ticks(3);
  const amountStep = amounts.length < 2 ? 0 : (amounts[1] ?? 0) - (amounts[0] ?? 0);
  return (
    <svg ref={holder} className={styles.chart} height={CHART_HEIGHT} role="img" aria-label={label}>
      {amounts.map((tick) => (
        <g key={tick}>
          <line className={styles.grid} x1={MARGIN.left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text className={styles.tick} x={MARGIN.left - 10} y={y(tick) + 4} textAnchor="end">
            {format(tick, amountStep)}
          </text>
        </g>
      ))}
      {bars.map((bar, index) => {
        const middle = (x(bar.key) ?? 0) + x.bandwidth() / 2;
        const top = Math.min(y(bar.value), bar.value > 0 ? BASE - 1.5 : BASE);
        return (
          <g key={bar.key} className={styles.bar}>
            <title>{bar.title}</title>
            <rect
              className={styles.reach}
              x={middle - x.step() / 2}
              y={MARGIN.top}
              width={x.step()}
              height={BASE - MARGIN.top}
            />
            <rect
              className={styles.fill}
              x={middle - barWidth / 2}
              y={top}
              width={barWidth}
              height={BASE - top}
            />
            {bar.flagged && <circle className={styles.flag} cx={middle} cy={top - 6} r={2.5} />}
            {named.has(index) && (
              <text
                className={styles.tick}
                x={Math.min(middle, width - NAME_WIDTH / 2 + 8)}
                y={CHART_HEIGHT - 5}
                textAnchor="middle"
              >
                {bar.name}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};
