import type { ReasoningTree } from '../../../../core/contract/index.ts';
import { formatRatio } from '../../../ui/index.ts';
import styles from './inspector.module.css';

/** Position, claims with their support, objections with their answers. */
export const ReasoningTreeView = ({ tree }: { readonly tree: ReasoningTree }) => {
  const isEmpty = tree.position === '' && tree.claims.length === 0 && tree.objections.length === 0;
  if (isEmpty)
    return (
      <p className={styles.text}>No position could be read out of this turn; its text is kept as it is.</p>
    );
  return (
    <ul className={styles.tree}>
      {tree.position !== '' && (
        <li>
          <span className={styles.branch}>Position</span>
          <p>{tree.position}</p>
        </li>
      )}
      {tree.claims.map((claim, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: claims have no other identity
        <li key={index}>
          <span className={styles.branch}>Claim {index + 1}</span>
          <p>{claim.text}</p>
          {claim.support.length > 0 && (
            <ul>
              {claim.support.map((support, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: supports have no other identity
                <li key={place}>
                  <p className={styles.support}>{support}</p>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
      {tree.objections.map((objection, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: objections have no other identity
        <li key={index}>
          <span className={styles.branch}>
            Objection{objection.from === null ? '' : ` of ${objection.from}`}
          </span>
          <p>“{objection.objection}”</p>
          {objection.answer !== '' && (
            <ul>
              <li>
                <p className={styles.support}>{objection.answer}</p>
              </li>
            </ul>
          )}
        </li>
      ))}
      {tree.confidence !== null && (
        <li>
          <span className={styles.branch}>Confidence</span>
          <p>{formatRatio(tree.confidence)}</p>
        </li>
      )}
    </ul>
  );
};
