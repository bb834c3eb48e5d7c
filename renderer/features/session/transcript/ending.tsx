import { describeOutcome, type EndView } from '../../../state/index.ts';
import { Markdown, StateMark } from '../../../ui/index.ts';
import styles from './transcript.module.css';

/** How the session ended and what came of it. */
export const Ending = ({ ended }: { readonly ended: EndView }) => {
  const outcome = describeOutcome(ended.outcome);
  return (
    <section className={styles.ending} aria-label="End of the session">
      <h2 className={styles.endingHead}>
        <StateMark mark={outcome.mark} />
        {outcome.word[0]?.toUpperCase()}
        {outcome.word.slice(1)}
      </h2>
      <p className={styles.endingReason}>{ended.reason}</p>
      {ended.topic_final !== '' && (
        <div className={styles.endingText}>
          <Markdown text={ended.topic_final} />
        </div>
      )}
    </section>
  );
};
