import { Copy, Link, Pin } from 'lucide-react';
import { useState } from 'react';
import type { TurnHeader } from '../../../../core/contract/index.ts';
import { estimateRowHeight, foldText, LONGEST_UNFOLDED, useAct, useTurn } from '../../../state/index.ts';
import {
  Button,
  exactCount,
  exactMoment,
  exactMoney,
  formatCount,
  formatDuration,
  formatMoney,
  Markdown,
  plural,
} from '../../../ui/index.ts';
import { useSessionBasics } from '../session-context.tsx';
import { copyTurn, turnLink } from './copy-turn.tsx';
import styles from './transcript.module.css';

/** The text once its page is here; until then its place is kept. */
export const FinishedBody = ({
  header,
  compact,
}: {
  readonly header: TurnHeader;
  readonly compact: boolean;
}) => {
  const { feed } = useSessionBasics();
  const turn = useTurn(feed, header.index);
  if (turn === undefined) return <Placeholder header={header} />;
  return <FoldedText text={turn.output.content} compact={compact} />;
};

const Placeholder = ({ header }: { readonly header: TurnHeader }) => {
  const height = estimateRowHeight(
    {
      kind: 'turn',
      key: header.task_id,
      entry: {
        kind: 'finished',
        header,
        taskId: header.task_id,
        agent: header.agent,
        round: header.round,
        speakerIndex: header.speaker_index,
        startedAt: 0,
      },
    },
    640,
    1,
  );
  return <div className={styles.placeholder} style={{ height: Math.max(24, height - 84) }} />;
};

export const FoldedText = ({ text, compact }: { readonly text: string; readonly compact: boolean }) => {
  const [whole, setWhole] = useState(false);
  const isLong = text.length > LONGEST_UNFOLDED;
  return (
    <>
      <Markdown compact={compact} text={isLong && !whole ? foldText(text) : text} />
      {isLong && (
        <div className={styles.unfold}>
          <Button size="small" aria-expanded={whole} onClick={() => setWhole(!whole)}>
            {whole ? 'Fold' : `Show all ${exactCount(text.length)} characters`}
          </Button>
        </div>
      )}
    </>
  );
};

interface FinishedFootProps {
  readonly header: TurnHeader;
  readonly turnKey: string;
  readonly selected: boolean;
}

export const FinishedFoot = ({ header, turnKey, selected }: FinishedFootProps) => {
  const { pins } = useSessionBasics();
  const pinned = pins.includes(turnKey);
  return (
    <>
      <span
        title={`${exactCount(header.input_tokens)} tokens read, ${exactCount(header.output_tokens)} written`}
      >
        {formatCount(header.output_tokens)} tokens
      </span>
      <span title={exactMoney(header.usd)}>{formatMoney(header.usd)}</span>
      <span title={`finished ${exactMoment(header.completed_at)}`}>{formatDuration(header.latency_ms)}</span>
      {header.attempts > 1 && (
        <span className={styles.warn} title="Failed and repeated calls are counted">
          {plural(header.attempts, 'call')}
        </span>
      )}
      {header.truncated && <span className={styles.warn}>cut at its output limit</span>}
      {pinned && !selected && (
        <span className={styles.pin}>
          <Pin size={12} aria-hidden="true" /> pinned
        </span>
      )}
      {selected && <TurnTools header={header} turnKey={turnKey} pinned={pinned} />}
    </>
  );
};

const TurnTools = ({ header, turnKey, pinned }: { header: TurnHeader; turnKey: string; pinned: boolean }) => {
  const { feed, id, togglePin } = useSessionBasics();
  const act = useAct();
  const turn = useTurn(feed, header.index);
  return (
    <span className={styles.tools}>
      <button
        type="button"
        className={styles.tool}
        disabled={turn === undefined}
        onClick={() => turn && void act(() => copyTurn(turn), 'Turn copied')}
      >
        <Copy size={12} aria-hidden="true" /> Copy
      </button>
      <button
        type="button"
        className={styles.tool}
        onClick={() =>
          void act(() => navigator.clipboard.writeText(turnLink(id, header.task_id)), 'Link copied')
        }
      >
        <Link size={12} aria-hidden="true" /> Link
      </button>
      <button type="button" className={styles.tool} aria-pressed={pinned} onClick={() => togglePin(turnKey)}>
        <Pin size={12} aria-hidden="true" /> {pinned ? 'Unpin' : 'Pin'}
      </button>
    </span>
  );
};
