import { Play, SkipForward } from 'lucide-react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { Button } from '../../../../ui/index.ts';
import { useSession } from '../../session-context.tsx';
import { useGraphActions } from '../controls/use-graph-actions.tsx';
import styles from './node.module.css';

/** What can be done to one node: passed over while the session goes, run again once it has ended. */
export const NodeActions = ({ node }: { readonly node: NodeRun }) => {
  const { view } = useSession();
  const actions = useGraphActions();
  if (view.status === 'ended') {
    if (node.parent !== null) return null;
    return (
      <div className={styles.row}>
        <Button
          size="small"
          icon={<Play size={12} aria-hidden="true" />}
          title="A new run: what comes before is taken from this one"
          onClick={() => actions.runAgain({ kind: 'from', node: node.id })}
        >
          Run from here
        </Button>
        <Button
          size="small"
          title="A new run of this node alone: what it needs is taken from this one"
          onClick={() => actions.runAgain({ kind: 'only', node: node.id })}
        >
          Run only this
        </Button>
      </div>
    );
  }
  if (node.ended_at !== null) return null;
  return (
    <div className={styles.row}>
      <Button
        size="small"
        icon={<SkipForward size={12} aria-hidden="true" />}
        title="Ends this node without its result"
        onClick={() => actions.skip(node.id)}
      >
        Skip node
      </Button>
    </div>
  );
};
