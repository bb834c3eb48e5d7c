import type { Node, NodeProps } from '@xyflow/react';
import { Rows3 } from 'lucide-react';
import { memo } from 'react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { cardWords, kindWords } from '../../../../state/graph/index.ts';
import {
  describeNode,
  type GroupSum,
  readableStream,
  useLiveText,
  useNodeRun,
} from '../../../../state/index.ts';
import { type CardPort, NodeCard } from '../../../../ui/canvas/index.ts';
import { Avatar, classNames, exactCount, plainWords, StateMark } from '../../../../ui/index.ts';
import { lookOf, useSessionBasics } from '../../session-context.tsx';
import { useRunBasics } from '../graph-run-context.tsx';
import { tailOf } from '../node-figures.ts';
import { isPlan } from '../plan/proposed-plan.ts';
import styles from './canvas.module.css';
import { CardFoot } from './card-foot.tsx';

export interface RunCardData extends Record<string, unknown> {
  readonly inputs: readonly CardPort[];
  readonly outputs: readonly CardPort[];
  /** Of nodes that others were added to. */
  readonly sum: GroupSum | undefined;
  /** The run stands before it. */
  readonly stopsHere: boolean;
}

export type RunFlowNode = Node<RunCardData, 'card' | 'frame' | 'tile'>;

/** A planner's answer is a graph, which is drawn. */
const PLAN = /^\{\s*"nodes"/;

/** Longest text that a card can show. */
const SHOWN = 120;

export const RunCard = memo(({ id, data, selected = false }: NodeProps<RunFlowNode>) => {
  const { feed, looks } = useSessionBasics();
  const { graphNodes } = useRunBasics();
  const node = useNodeRun(feed, id);
  if (node === undefined) return null;
  const state = describeNode(node);
  const graphNode = graphNodes.get(id);
  const Kind = kindWords[node.kind].icon;
  const look = node.agent === null ? null : lookOf(looks, node.agent);
  return (
    <NodeCard
      icon={
        <span className={styles.state} title={state.word}>
          <StateMark mark={data.stopsHere ? 'paused' : state.mark} size={14} />
          <span className="visually-hidden">{state.word}</span>
        </span>
      }
      title={node.title}
      badge={
        data.outputs.length > 1 ? null : look === null ? (
          <span className={styles.kind} title={kindWords[node.kind].word}>
            <Kind size={15} aria-hidden="true" />
          </span>
        ) : (
          <Avatar initials={look.initials} colour={look.colour} small title={look.name} />
        )
      }
      text={
        <span className={data.outputs.length > 1 ? styles.beside : undefined}>
          <CardText node={node} sum={data.sum} prompt={graphNode ? cardWords(graphNode).text : ''} />
        </span>
      }
      foot={<CardFoot node={node} sum={data.sum} stopsHere={data.stopsHere} />}
      inputs={data.inputs}
      outputs={data.outputs}
      selected={selected}
      connectable={false}
      state={data.stopsHere ? 'running' : cardStates[node.status]}
    />
  );
});

const cardStates: Record<NodeRun['status'], 'running' | 'failed' | 'waiting' | 'done' | 'quiet'> = {
  waiting: 'waiting',
  running: 'running',
  retrying: 'running',
  awaiting: 'running',
  done: 'done',
  failed: 'failed',
  skipped: 'quiet',
  blocked: 'failed',
  stopped: 'quiet',
};

interface CardTextProps {
  readonly node: NodeRun;
  readonly sum: GroupSum | undefined;
  readonly prompt: string;
}

/** What goes wrong, what is asked, what is being written, what came out, what is to do: the first that there is. */
const CardText = ({ node, sum, prompt }: CardTextProps) => {
  const { feed } = useSessionBasics();
  const { toggle } = useRunBasics();
  const live = useLiveText(feed, node.task_id ?? '');
  if (sum !== undefined) {
    return (
      <button
        type="button"
        className={classNames(styles.group, 'nodrag', 'nopan')}
        aria-expanded={false}
        onClick={(event) => {
          event.stopPropagation();
          toggle(node.id);
        }}
      >
        <Rows3 size={12} aria-hidden="true" />
        {exactCount(sum.ended)} of {exactCount(sum.nodes)} ended
        {sum.failed > 0 && `, ${exactCount(sum.failed)} failed`}
      </button>
    );
  }
  if (node.status === 'awaiting')
    return (
      <>{isPlan(node) ? 'A plan waits for approval.' : plainWords((node.asks ?? '').slice(0, SHOWN * 2))}</>
    );
  if (node.status === 'failed' || node.status === 'blocked' || node.status === 'retrying')
    return <span className={styles.error}>{node.reason ?? prompt}</span>;
  if (node.ended_at === null && live !== undefined)
    return <>{tailOf(plainWords(readableStream(live.text).slice(-SHOWN * 2)), SHOWN)}</>;
  if (PLAN.test(node.excerpt)) return <>Drew the graph that is carried out beside it.</>;
  return <>{plainWords(node.excerpt.slice(0, SHOWN * 2)).slice(0, SHOWN) || prompt.slice(0, SHOWN)}</>;
};
