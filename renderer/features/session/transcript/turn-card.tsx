import { kindOf, STUB_LABEL, shortModel, type TurnEntry, turnKindWord } from '../../../state/index.ts';
import { Avatar, agentColourStyle, Chip, classNames } from '../../../ui/index.ts';
import { lookOf, useSessionBasics } from '../session-context.tsx';
import { FinishedBody, FinishedFoot } from './finished-turn.tsx';
import { IncompleteBody, IncompleteFoot } from './incomplete-turn.tsx';
import { LiveBody, LiveFoot, LiveSpeed } from './live-turn.tsx';
import styles from './transcript.module.css';
import { turnTitle } from './turn-title.ts';

interface TurnCardProps {
  readonly entry: TurnEntry;
  readonly selected: boolean;
  /** Place among all turns, from 1. */
  readonly position: number;
  readonly count: number;
  /** Beside others: no measure of its own. */
  readonly narrow?: boolean;
  /** Beside several others: the smaller type. */
  readonly compact?: boolean;
}

/** One turn, the same card from its first token to its end. */
export const TurnCard = ({
  entry,
  selected,
  position,
  count,
  narrow = false,
  compact = false,
}: TurnCardProps) => {
  const { looks, nodeTitle } = useSessionBasics();
  const look = lookOf(looks, entry.agent);
  const { key, model, stub } = turnTitle(entry);
  const title = entry.node === undefined ? undefined : nodeTitle?.(entry.node);
  const speaks = entry.kind === 'running' && !entry.waits;
  return (
    <article
      className={classNames(
        styles.turn,
        selected && styles.selected,
        narrow && styles.narrow,
        entry.kind === 'incomplete' && styles.incomplete,
      )}
      style={agentColourStyle(look.colour)}
      data-turn={key}
      tabIndex={-1}
      aria-label={`${entry.agent}, ${title ?? `round ${entry.round}`}, ${turnKindWord(kindOf(entry))}${stateWord(entry)}`}
      aria-busy={speaks}
      aria-posinset={position}
      aria-setsize={count}
    >
      <header className={styles.head}>
        <Avatar initials={look.initials} colour={look.colour} />
        <h3 className={styles.agent}>{entry.agent}</h3>
        <span className={styles.model}>
          {model !== null && (
            <Chip title={stub ? `${model}: ${STUB_LABEL}` : model}>{shortModel(model)}</Chip>
          )}
          {stub && (
            <Chip tone="recorded" title={`${model}: ${STUB_LABEL}`}>
              stub
            </Chip>
          )}
          <span className={styles.kind}>{title ?? turnKindWord(kindOf(entry))}</span>
        </span>
        <span className={styles.end}>
          {speaks && <LiveSpeed taskId={entry.taskId} />}
          {entry.kind === 'finished' && entry.header.confidence !== null && (
            <Chip title="confidence the agent gave itself">
              {narrow ? <span className="visually-hidden">confidence </span> : 'confidence '}
              {entry.header.confidence.toFixed(2)}
            </Chip>
          )}
          {entry.kind === 'incomplete' && <Chip tone="warn">incomplete</Chip>}
        </span>
      </header>
      <div className={styles.body}>
        {entry.kind === 'finished' && <FinishedBody header={entry.header} compact={compact} />}
        {entry.kind === 'running' && (
          <LiveBody running={entry.running} waits={entry.waits} compact={compact} />
        )}
        {entry.kind === 'incomplete' && <IncompleteBody turn={entry.turn} compact={compact} />}
      </div>
      <footer className={styles.foot}>
        {entry.kind === 'finished' && (
          <FinishedFoot header={entry.header} turnKey={key} selected={selected} />
        )}
        {entry.kind === 'running' && <LiveFoot running={entry.running} waits={entry.waits} />}
        {entry.kind === 'incomplete' && <IncompleteFoot turn={entry.turn} />}
      </footer>
    </article>
  );
};

const stateWord = (entry: TurnEntry): string => {
  if (entry.kind === 'finished') return '';
  if (entry.kind === 'incomplete') return ', incomplete';
  return entry.waits ? ', waiting' : ', speaking';
};
