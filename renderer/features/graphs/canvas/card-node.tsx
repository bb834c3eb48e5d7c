import type { NodeProps } from '@xyflow/react';
import { Ban, CirclePause, Pin } from 'lucide-react';
import { memo } from 'react';
import { unknownKindOf } from '../../../../core/graph/index.ts';
import { cardFace, cardWords } from '../../../state/graph/index.ts';
import { NodeCard } from '../../../ui/canvas/index.ts';
import { Avatar, classNames, StateMark } from '../../../ui/index.ts';
import styles from './canvas.module.css';
import type { FlowNode } from './flow-nodes.ts';

/** A node of the graph as a card. */
export const CardNode = memo(({ data, selected = false }: NodeProps<FlowNode>) => {
  const { node, look, problem, tone, change, ports } = data;
  const words = cardWords(node);
  return (
    <NodeCard
      {...cardFace(node)}
      badge={look && <Avatar initials={look.initials} colour={look.colour} small title={look.name} />}
      selected={selected}
      dimmed={tone === 'dimmed'}
      lit={tone === 'lit'}
      litPorts={ports}
      disabled={node.disabled}
      change={change ?? undefined}
      foot={
        <>
          {problem !== null && <StateMark mark={problem === 'error' ? 'failed' : 'flagged'} size={11} />}
          {node.breakpoint && <CirclePause size={12} className={styles.breakpoint} aria-hidden="true" />}
          {node.disabled && <Ban size={11} aria-hidden="true" />}
          {node.pinned !== undefined && <Pin size={11} className={styles.pinned} aria-hidden="true" />}
          <span>{words.kind}</span>
          {words.facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {change !== null && <span className={styles.changeWord}>{change}</span>}
        </>
      }
    />
  );
});

export const NoteNode = memo(({ data, selected = false }: NodeProps<FlowNode>) => {
  const { node } = data;
  const text = 'prompt' in node ? node.prompt : '';
  const unknown = unknownKindOf(node);
  return (
    <div className={classNames(styles.note, selected && styles.noteSelected)}>
      {unknown !== undefined && (
        <strong className={styles.unknown}>
          {node.title ?? node.id} · unknown kind “{unknown}”, never run
        </strong>
      )}
      {text === '' && unknown === undefined ? <span className={styles.empty}>Empty note</span> : text}
    </div>
  );
});
