import type { EdgeProps } from '@xyflow/react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { useNodeRun } from '../../../../state/index.ts';
import { Wire, type WireData, type WireEdge } from '../../../../ui/canvas/index.ts';
import { useSessionBasics } from '../../session-context.tsx';

/** A wire that says what goes through it now; it follows its two nodes by itself. */
export const RunWire = (props: EdgeProps<WireEdge>) => {
  const { feed } = useSessionBasics();
  const from = useNodeRun(feed, props.source);
  const to = useNodeRun(feed, props.target);
  const tone = props.data?.tone ?? wireTone(from, to);
  return <Wire {...props} data={{ type: 'text', ...props.data, tone }} />;
};

const wireTone = (from: NodeRun | undefined, to: NodeRun | undefined): WireData['tone'] => {
  if (from === undefined || to === undefined) return undefined;
  if (from.status === 'running' || from.status === 'retrying') return 'running';
  if (to.status === 'skipped') return 'dimmed';
  return from.status === 'done' && (to.started_at !== null || to.status === 'done') ? 'done' : undefined;
};
