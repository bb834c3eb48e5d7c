import { useCallback } from 'react';
import type { ReplayReport, Verification } from '../../../../core/contract/index.ts';
import { explainError, useResource } from '../../../state/index.ts';
import { Dialog, Figure, Figures, Problem, plural, Skeleton, StateWord } from '../../../ui/index.ts';
import styles from './controls.module.css';
import type { SessionActions } from './use-session-actions.tsx';

export type CheckKind = 'verify' | 'replay';

interface CheckDialogProps {
  readonly kind: CheckKind | null;
  readonly actions: SessionActions;
  readonly onClose: () => void;
}

export const CheckDialog = ({ kind, actions, onClose }: CheckDialogProps) => (
  <Dialog
    open={kind !== null}
    onClose={onClose}
    title={kind === 'replay' ? 'Replay without calls' : 'Verify the log'}
  >
    {kind === 'verify' && <VerifyReport actions={actions} />}
    {kind === 'replay' && <ReplayResult actions={actions} />}
  </Dialog>
);

const VerifyReport = ({ actions }: { readonly actions: SessionActions }) => {
  const [report] = useResource(useCallback(() => actions.verify(), [actions]));
  if (report.kind === 'loading') return <Skeleton lines={2} label="Checking every event" />;
  if (report.kind === 'failed') return <Problem {...explainError(report.error)} />;
  return <VerifyFigures report={report.value} />;
};

const VerifyFigures = ({ report }: { readonly report: Verification }) => (
  <div className={styles.report}>
    <StateWord
      mark={report.ok ? 'done' : 'failed'}
      word={report.ok ? 'The log is as it was written' : 'The log was changed'}
    />
    <Figures>
      <Figure name="Events checked" value={report.events.toLocaleString('en-US')} />
      <Figure name="Views folded from it" value={report.projections_equal ? 'equal' : 'different'} />
    </Figures>
    {report.first_problem !== null && (
      <Problem title={`Event ${report.first_problem.seq}: ${report.first_problem.message}`} />
    )}
    {report.projection_problem !== null && (
      <Problem title={`${report.projection_problem.table}: ${report.projection_problem.message}`} />
    )}
  </div>
);

const ReplayResult = ({ actions }: { readonly actions: SessionActions }) => {
  const [report] = useResource(useCallback(() => actions.replay(), [actions]));
  if (report.kind === 'loading') return <Skeleton lines={2} label="Replaying" />;
  if (report.kind === 'failed') return <Problem {...explainError(report.error)} />;
  return <ReplayFigures report={report.value} />;
};

const ReplayFigures = ({ report }: { readonly report: ReplayReport }) => (
  <div className={styles.report}>
    <StateWord
      mark={report.equal ? 'recorded' : 'failed'}
      word={report.equal ? 'Recorded and replayed are equal' : 'The replay differs'}
    />
    <Figures>
      <Figure name="Events compared" value={report.events.toLocaleString('en-US')} />
      <Figure name="Calls made" value={report.calls} />
    </Figures>
    {report.first_difference !== null && (
      <Problem
        title={`First difference: event ${report.first_difference.seq}, ${report.first_difference.type}, ${report.first_difference.path}`}
        details={[
          `recorded ${report.first_difference.recorded}`,
          `recomputed ${report.first_difference.recomputed}`,
        ]}
      />
    )}
    <p>{plural(report.events, 'event')} from the log, no model was asked.</p>
  </div>
);
