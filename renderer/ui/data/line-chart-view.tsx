import { Axis } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import { chartTicks } from './chart-ticks.ts';
import styles from './line-chart.module.css';
import type { LineChartProps } from './line-chart-props.ts';
import { useChartWidth } from './use-chart-width.tsx';

const MARGIN = { top: 18, right: 14, bottom: 22, left: 12 };
const CHART_HEIGHT = 128;

interface Point {
  readonly x: number;
  readonly y: number;
}

const known = (points: LineChartProps['series'][number]['points']): Point[] =>
  points.flatMap(({ x, y }) => (y === null ? [] : [{ x, y }]));

/** Values from 0 to 1 over whole numbers, with a threshold. */
export const LineChartView = ({ label, series, threshold, thresholdLabel }: LineChartProps) => {
  const [holder, width] = useChartWidth(300);
  const all = series.flatMap(({ points }) => points.map(({ x }) => x));
  const first = Math.min(...all, 1);
  const last = Math.max(...all, first + 1);
  const x = scaleLinear<number>({ domain: [first, last], range: [MARGIN.left, width - MARGIN.right] });
  const y = scaleLinear<number>({ domain: [0, 1], range: [CHART_HEIGHT - MARGIN.bottom, MARGIN.top] });
  const ticks = chartTicks(first, last, Math.max(2, Math.floor(width / 44)));
  return (
    <svg ref={holder} className={styles.chart} height={CHART_HEIGHT} role="img" aria-label={label}>
      {threshold !== undefined && (
        <line className={styles.threshold} x1={0} x2={width} y1={y(threshold)} y2={y(threshold)} />
      )}
      {series.map((line) => (
        <Group key={line.name}>
          <LinePath
            data={known(line.points)}
            x={(point) => x(point.x)}
            y={(point) => y(point.y)}
            stroke={line.colour}
            strokeWidth={line.strong ? 2 : 1.5}
            className={line.strong ? '' : (styles.dashed ?? '')}
          />
          {line.strong &&
            known(line.points).map((point) => (
              <circle
                key={point.x}
                cx={x(point.x)}
                cy={y(point.y)}
                r={all.length > 60 ? 1.5 : 3}
                fill={line.colour}
              >
                <title>{`${point.x}: ${point.y.toFixed(2)}`}</title>
              </circle>
            ))}
        </Group>
      ))}
      {threshold !== undefined && (
        <text className={styles.thresholdLabel} x={0} y={y(threshold) - 5}>
          {thresholdLabel}
        </text>
      )}
      <Axis
        orientation="bottom"
        scale={x}
        top={CHART_HEIGHT - MARGIN.bottom + 4}
        tickValues={ticks}
        tickFormat={(value) => String(value)}
        axisLineClassName={styles.axis ?? ''}
        hideTicks
        tickLabelProps={() => ({ className: styles.tick ?? '', textAnchor: 'middle', dy: 0 })}
      />
    </svg>
  );
};
