import { type VoteView, voteMatrix } from '../../../state/index.ts';
import { classNames, Meter, StateMark } from '../../../ui/index.ts';
import styles from './transcript.module.css';

/** The result of a vote in the flow; who chose what and why is in the inspector. */
export const Tally = ({ vote }: { readonly vote: VoteView }) => {
  const { rows } = voteMatrix(vote);
  const most = Math.max(1, ...rows.map((row) => row.count ?? 0));
  const { tally } = vote;
  const title =
    tally === null
      ? 'Vote under way'
      : tally.winner === null
        ? 'No option carried'
        : `Carried: ${rows.find((row) => row.won)?.text ?? tally.winner}`;
  return (
    <section className={styles.tally} aria-label="Result of the vote">
      <p className={styles.tallyHead}>
        <StateMark mark={tally === null ? 'running' : tally.winner === null ? 'flagged' : 'done'} />
        {title}
      </p>
      {tally !== null && (
        <>
          <ul className={styles.tallyOptions}>
            {rows.map((row) => (
              <li key={row.id} className={styles.tallyOption}>
                <span className={classNames(styles.tallyText, row.won && styles.winner)} title={row.text}>
                  {row.id}. {row.text}
                </span>
                <Meter
                  label={row.text}
                  value={(row.count ?? 0) / most}
                  valueText={`${row.count ?? 0} votes`}
                />
                <span className={styles.number}>{formatVotes(row.count ?? 0)}</span>
              </li>
            ))}
          </ul>
          <p className={styles.why2}>{tally.why}</p>
        </>
      )}
    </section>
  );
};

/** Weighted votes have a fraction. */
const formatVotes = (votes: number): string => (Number.isInteger(votes) ? String(votes) : votes.toFixed(2));
