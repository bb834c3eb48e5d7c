import { useCallback } from 'react';
import type { SessionSummary } from '../../../core/contract/index.ts';
import {
  convergenceCurves,
  describeSummary,
  goTo,
  hasRounds,
  hrefOf,
  looksOf,
  methodName,
  modeWords,
  STUB_LABEL,
  useAct,
  useCore,
  useResource,
} from '../../state/index.ts';
import {
  Avatar,
  Button,
  ButtonLink,
  Chip,
  EmptyState,
  exactMoney,
  Figure,
  Figures,
  formatCount,
  formatMoney,
  formatRatio,
  LineChart,
  Markdown,
  RelativeTime,
  Section,
  StateWord,
} from '../../ui/index.ts';
import styles from './sessions.module.css';

interface SessionPreviewProps {
  readonly session: SessionSummary | undefined;
  readonly onDelete: () => void;
}

export const SessionPreview = ({ session, onDelete }: SessionPreviewProps) =>
  session === undefined ? (
    <EmptyState
      compact
      title="Nothing selected"
      text="Choose a session with the arrow keys: what came of it stands here."
    />
  ) : (
    <Preview session={session} onDelete={onDelete} />
  );

const Preview = ({
  session,
  onDelete,
}: {
  readonly session: SessionSummary;
  readonly onDelete: () => void;
}) => {
  const core = useCore();
  const act = useAct();
  const { id, totals } = session;
  const state = describeSummary(session);
  const [snapshot] = useResource(
    useCallback((signal: AbortSignal) => core['sessions.snapshot']({ id }, { signal }), [core, id]),
  );
  const view = snapshot.kind === 'ready' ? snapshot.value : undefined;
  const [curve] = convergenceCurves(view?.convergence ?? []);
  const canResume = session.status === 'interrupted' || session.status === 'paused';
  const resume = async () => {
    const resumed = await act(() => core['sessions.resume']({ id }));
    if (resumed !== undefined) goTo({ screen: 'session', id, taskId: null });
  };
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <h2 className={styles.previewName} dir="auto">
          {session.name}
        </h2>
        <p className={styles.previewState}>
          <StateWord {...state} />
          <Chip>{modeWords[session.mode].word.toLowerCase()}</Chip>
          {session.stub && (
            <Chip tone="recorded" title={STUB_LABEL}>
              stub
            </Chip>
          )}
        </p>
        <div className={styles.previewActions}>
          <ButtonLink variant="primary" size="small" href={hrefOf({ screen: 'session', id, taskId: null })}>
            Open
          </ButtonLink>
          {canResume && (
            <Button size="small" onClick={() => void resume()}>
              Resume
            </Button>
          )}
          {session.mode !== 'workflow' && (
            <ButtonLink size="small" href={hrefOf({ screen: 'new-session', start: { kind: 'session', id } })}>
              New like this
            </ButtonLink>
          )}
          <Button
            size="small"
            variant="danger"
            disabled={session.status !== 'ended' && session.status !== 'interrupted'}
            title="Sessions that have ended or were interrupted can be deleted"
            onClick={onDelete}
          >
            Delete
          </Button>
        </div>
      </div>
      <Section title="Topic">
        <p className={styles.previewTopic} dir="auto">
          {session.topic}
        </p>
      </Section>
      {view?.ended != null && view.ended.topic_final !== '' && (
        <Section title="What came of it">
          <p className={styles.reason}>{view.ended.reason}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className={styles.final} aria-label="Text of the outcome" tabIndex={0}>
            <Markdown compact text={view.ended.topic_final} />
          </section>
        </Section>
      )}
      {curve !== undefined && (
        <Section title="Convergence" aside={formatRatio(curve.latest.value)}>
          <LineChart
            label={`${methodName(curve.method)} by round, last ${formatRatio(curve.latest.value)} of ${formatRatio(curve.latest.threshold)}`}
            series={[
              { name: methodName(curve.method), colour: 'var(--accent)', strong: true, points: curve.points },
            ]}
            threshold={curve.latest.threshold}
            thresholdLabel={`stop at ${formatRatio(curve.latest.threshold)}`}
          />
        </Section>
      )}
      <Section title="Agents">
        <ul className={styles.cast}>
          {[...looksOf(session.participants).values()].map((look) => (
            <li key={look.name}>
              <Avatar initials={look.initials} colour={look.colour} small />
              {look.name}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Figures">
        <Figures>
          {hasRounds(session.mode) && (
            <Figure name="Rounds" value={`${session.round} of ${session.max_rounds}`} />
          )}
          <Figure name="Turns" value={session.turns.toLocaleString('en-US')} />
          <Figure name="Tokens" value={formatCount(totals.tokens.input + totals.tokens.output)} />
          <Figure name="Cost" value={formatMoney(totals.usd)} exact={exactMoney(totals.usd)} />
          <Figure name="Models" value={session.models.join(', ')} wrap />
          <Figure name="Project" value={session.project} />
          <Figure name="Begun" value={<RelativeTime at={session.created_at} />} />
        </Figures>
      </Section>
    </div>
  );
};
