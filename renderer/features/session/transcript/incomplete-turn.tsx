import type { IncompleteTurn } from '../../../../core/contract/index.ts';
import { PROCESS_ENDED, readableStream } from '../../../state/index.ts';
import { StateMark } from '../../../ui/index.ts';
import { FoldedText } from './finished-turn.tsx';
import styles from './transcript.module.css';

/** What was seen of a turn that never ended. */
export const IncompleteBody = ({
  turn,
  compact,
}: {
  readonly turn: IncompleteTurn;
  readonly compact: boolean;
}) => {
  const text = readableStream(turn.text);
  return text.trim() === '' ? (
    <p className={styles.waiting}>
      {turn.reason === PROCESS_ENDED
        ? 'What was seen of it comes back when the session is resumed.'
        : 'Nothing had been said yet.'}
    </p>
  ) : (
    <FoldedText text={text} compact={compact} />
  );
};

export const IncompleteFoot = ({ turn }: { readonly turn: IncompleteTurn }) => (
  <span>
    <StateMark mark="flagged" size={12} /> {turn.reason}
  </span>
);
