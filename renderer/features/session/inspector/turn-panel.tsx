import { useEffect } from 'react';
import type { TurnHeader } from '../../../../core/contract/index.ts';
import {
  explainError,
  showKeys,
  type TurnEntry,
  turnKindWord,
  turnSpeed,
  useTurn,
} from '../../../state/index.ts';
import {
  EmptyState,
  exactCount,
  exactMoment,
  exactMoney,
  Figure,
  Figures,
  formatCount,
  formatDuration,
  formatMoney,
  formatRatio,
  formatSpeed,
  KeyHint,
  Problem,
  plural,
  Section,
  Skeleton,
} from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { fullModel } from '../transcript/turn-title.ts';
import { AttemptsList } from './attempts-list.tsx';
import { attemptsOf } from './attempts-of.ts';
import styles from './inspector.module.css';
import { ReasoningTreeView } from './reasoning-tree.tsx';
import { SawPanel } from './saw-panel.tsx';
import { useTurnCalls } from './use-turn-calls.tsx';

/** The selected turn: what was said, as a tree, and what its speaker had been shown. */
export const TurnPanel = () => {
  const { selected } = useSession();
  if (selected === undefined) {
    return (
      <EmptyState
        compact
        title="No turn selected"
        text="Click a turn, or walk through them with the keys below: its claims and what its agent saw stand here."
        actions={
          <>
            <KeyHint keys={showKeys('j', false)} />
            <KeyHint keys={showKeys('k', false)} />
          </>
        }
      />
    );
  }
  return <TurnDetail key={selected.key} entry={selected.entry} />;
};

const TurnDetail = ({ entry }: { readonly entry: TurnEntry }) => {
  const [calls] = useTurnCalls(entry);
  return (
    <>
      {entry.kind === 'finished' && <FinishedDetail header={entry.header} />}
      {entry.kind === 'running' && (
        <Section title={`${entry.agent}, round ${entry.round}`}>
          <p className={styles.text}>Speaking. Claims are read out of the answer once it has ended.</p>
        </Section>
      )}
      {entry.kind === 'incomplete' && (
        <Section title={`${entry.agent}, round ${entry.round}`}>
          <p className={styles.text}>
            Incomplete: {entry.turn.reason}. What was seen is kept, {exactMoment(entry.turn.at)}.
          </p>
        </Section>
      )}
      {calls.kind === 'ready' && attemptsOf(calls.value).length > 1 && (
        <Section title="Attempts" aside={plural(attemptsOf(calls.value).length, 'attempt')}>
          <AttemptsList attempts={attemptsOf(calls.value)} />
        </Section>
      )}
      <Section title="What this agent saw">
        {calls.kind === 'loading' && <Skeleton lines={3} label="Reading the log" />}
        {calls.kind === 'failed' && <Problem {...explainError(calls.error)} />}
        {calls.kind === 'ready' && <SawPanel calls={calls.value} />}
      </Section>
    </>
  );
};

const FinishedDetail = ({ header }: { readonly header: TurnHeader }) => {
  const { feed, view } = useSession();
  const turn = useTurn(feed, header.index);
  const total = view.turns.length;
  useEffect(() => feed.pages.want(header.index, header.index, total), [feed, header.index, total]);
  return (
    <>
      <Section title={`${header.agent}, round ${header.round}, ${turnKindWord(header.kind)}`}>
        <Figures>
          <Figure name="Model" value={fullModel(header)} wrap />
          <Figure name="Confidence" value={formatRatio(header.confidence)} />
          <Figure
            name="Tokens read, written"
            value={`${formatCount(header.input_tokens)}, ${formatCount(header.output_tokens)}`}
            exact={`${exactCount(header.input_tokens)}, ${exactCount(header.output_tokens)}`}
          />
          <Figure name="Cost" value={formatMoney(header.usd)} exact={exactMoney(header.usd)} />
          <Figure
            name="Took"
            value={formatDuration(header.latency_ms)}
            exact={`finished ${exactMoment(header.completed_at)}`}
          />
          <Figure name="First token after" value={formatDuration(header.first_token_ms)} />
          <Figure name="Speed" value={formatSpeed(turnSpeed(header))} />
          {header.attempts > 1 && <Figure name="Calls it took" value={header.attempts} />}
        </Figures>
        {turn !== undefined && turn.output.style_insights.length > 0 && (
          <details className={styles.insights}>
            <summary>Style that applied</summary>
            <ul>
              {turn.output.style_insights.map((insight) => (
                <li key={insight}>{insight}</li>
              ))}
            </ul>
          </details>
        )}
      </Section>
      <Section
        title="What was said"
        aside={
          turn === undefined
            ? undefined
            : turn.reasoning.source === 'structured'
              ? 'as the model structured it'
              : 'read from its prose'
        }
      >
        {turn === undefined ? <Skeleton lines={3} /> : <ReasoningTreeView tree={turn.reasoning} />}
      </Section>
    </>
  );
};
