import type { NodeProps } from '@xyflow/react';
import { Minimize2 } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { describeNode, useNodeRun } from '../../../../state/index.ts';
import { Port } from '../../../../ui/canvas/index.ts';
import { classNames, StateMark } from '../../../../ui/index.ts';
import { useSessionBasics } from '../../session-context.tsx';
import { useRunBasics } from '../graph-run-context.tsx';
import styles from './canvas.module.css';
import { CardFoot } from './card-foot.tsx';
import type { RunFlowNode } from './run-card.tsx';
import { RunTileList } from './run-tile-list.tsx';

/** An open group: what was added to the node stands inside as cards. */
export const RunFrame = memo(({ id, data, selected = false }: NodeProps<RunFlowNode>) => (
  <Group id={id} data={data} selected={selected} />
));

/** An open group of very many: what was added to the node is a list inside. */
export const RunTile = memo(({ id, data, selected = false }: NodeProps<RunFlowNode>) => (
  <Group id={id} data={data} selected={selected}>
    <RunTileList id={id} />
  </Group>
));

interface GroupProps extends Pick<NodeProps<RunFlowNode>, 'id' | 'data' | 'selected'> {
  readonly children?: ReactNode;
}

const Group = ({ id, data, selected, children }: GroupProps) => {
  const { feed } = useSessionBasics();
  const { toggle } = useRunBasics();
  const node = useNodeRun(feed, id);
  if (node === undefined) return null;
  return (
    <div className={classNames(styles.frame, selected && styles.frameSelected)}>
      <div className={styles.frameHead}>
        <StateMark mark={describeNode(node).mark} size={14} />
        <span className={styles.frameTitle}>{node.title}</span>
        <span className={styles.frameFacts}>
          <CardFoot node={node} sum={data.sum} stopsHere={data.stopsHere} />
        </span>
        <button
          type="button"
          className={classNames(styles.fold, 'nodrag', 'nopan')}
          aria-expanded={true}
          aria-label={`Fold ${node.title}`}
          title="Fold"
          onClick={(event) => {
            event.stopPropagation();
            toggle(id);
          }}
        >
          <Minimize2 size={13} aria-hidden="true" />
        </button>
      </div>
      {children}
      {data.inputs.map((port) => (
        <Port key={port.id} port={port} side="in" connectable={false} />
      ))}
      {data.outputs.map((port) => (
        <Port key={port.id} port={port} side="out" connectable={false} />
      ))}
    </div>
  );
};
