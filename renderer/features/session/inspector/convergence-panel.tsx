import { convergenceCurves, methodName, standstill } from '../../../state/index.ts';
import { Figure, Figures, formatRatio, LineChart, Problem, Section } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './inspector.module.css';

const colours = ['var(--accent)', 'var(--recorded)', 'var(--warn)'];

/** How near to agreement, by round and method, and what still keeps it from ending. */
export const ConvergencePanel = () => {
  const { view } = useSession();
  const settings = view.specification.convergence;
  if (settings === false) {
    return (
      <Section title="Convergence">
        <p className={styles.text}>Not measured: this session runs all its rounds.</p>
      </Section>
    );
  }
  const curves = convergenceCurves(view.convergence);
  const [lead] = curves;
  if (lead === undefined) {
    return (
      <Section title="Convergence">
        <p className={styles.text}>
          Nothing measured yet. After each round the positions are compared; from{' '}
          {formatRatio(settings.threshold)} on, the session ends.
        </p>
      </Section>
    );
  }
  const stuck = standstill(view.convergence);
  const latest = curves.map((curve) => curve.latest);
  return (
    <Section
      title="Convergence"
      aside={`${formatRatio(lead.latest.value)} of ${formatRatio(lead.latest.threshold)}`}
    >
      <LineChart
        label={`Convergence by round. ${curves
          .map(
            (curve) =>
              `${methodName(curve.method)}: ${curve.points.map(({ x, y }) => `round ${x} ${formatRatio(y)}`).join(', ')}`,
          )
          .join('. ')}. The session ends at ${formatRatio(lead.latest.threshold)}.`}
        series={curves.map((curve, index) => ({
          name: methodName(curve.method),
          colour: colours[index] ?? 'var(--text-3)',
          strong: index === 0,
          points: curve.points,
        }))}
        threshold={lead.latest.threshold}
        thresholdLabel={`stop at ${formatRatio(lead.latest.threshold)}`}
      />
      <Figures>
        {curves.map((curve, index) => (
          <Figure
            key={curve.method}
            name={
              <>
                <span className={styles.swatch} style={{ background: colours[index] }} aria-hidden="true" />
                {methodName(curve.method)}
              </>
            }
            value={formatRatio(curve.latest.value)}
          />
        ))}
      </Figures>
      <ul className={styles.whys}>
        {latest.map((one) => (
          <li key={one.method}>
            <span className={styles.dim}>
              {one.met ? 'Enough' : view.ended === null ? 'Why not yet' : 'Why not'}:
            </span>{' '}
            {one.why}
          </li>
        ))}
      </ul>
      {stuck !== undefined && view.ended === null && (
        <Problem
          tone="warn"
          title="The debate is going in circles"
          details={[stuck.why, 'Interject with a new fact, or stop with a summary.']}
        />
      )}
    </Section>
  );
};
