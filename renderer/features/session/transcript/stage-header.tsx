import { type ConvergenceView, leadingMeasure, phaseWord, type StageView } from '../../../state/index.ts';
import { formatRatio } from '../../../ui/index.ts';
import styles from './transcript.module.css';

interface StageHeaderProps {
  readonly stage: StageView;
  readonly convergence: readonly ConvergenceView[];
}

/** The round, its phase and, once it is measured, how near to agreement it ended. */
export const StageHeader = ({ stage, convergence }: StageHeaderProps) => {
  const measure = leadingMeasure(convergence);
  return (
    <div className={styles.stage}>
      <h2 className={styles.stageTitle}>Round {stage.round}</h2>
      <span>{phaseWord(stage.phase)}</span>
      {stage.order === 'parallel' && stage.speakers.length > 1 && <span>at once</span>}
      <span className={styles.rule} />
      {measure !== undefined && (
        <span className={styles.why} title={measure.why}>
          {measure.value !== null &&
            `convergence ${formatRatio(measure.value)} of ${formatRatio(measure.threshold)} · `}
          {measure.why}
        </span>
      )}
    </div>
  );
};
