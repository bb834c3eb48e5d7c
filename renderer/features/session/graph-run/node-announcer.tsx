import { useEffect, useRef, useState } from 'react';
import type { NodeRun } from '../../../../core/contract/index.ts';
import { describeNode } from '../../../state/index.ts';
import { useSession } from '../session-context.tsx';
import { useGraphRun } from './graph-run-context.tsx';

/** More at once are told as a number. */
const MOST_NAMED = 3;

/** Tells a screen reader of nodes that have ended and of those that ask, a sentence each; never of what is written. */
export const NodeAnnouncer = () => {
  const { view } = useSession();
  const { run } = useGraphRun();
  const [sentence, setSentence] = useState('');
  const before = useRef<readonly NodeRun[]>(run.nodes);
  useEffect(() => {
    const fresh = newsOf(before.current, run.nodes);
    before.current = run.nodes;
    if (fresh.length === 0) return;
    setSentence(
      fresh.length > MOST_NAMED
        ? `${fresh.length} nodes have ended.`
        : fresh.map((node) => `${node.title}: ${describeNode(node).word}.`).join(' '),
    );
  }, [run.nodes]);
  useEffect(() => {
    if (view.ended !== null) setSentence(`The run has ended: ${view.ended.reason}`);
  }, [view.ended]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </p>
  );
};

const newsOf = (before: readonly NodeRun[], now: readonly NodeRun[]): readonly NodeRun[] =>
  now.filter((node, index) => {
    const old = before[index];
    if (old === node || node.status === old?.status) return false;
    return node.status === 'awaiting' || (node.ended_at !== null && node.status !== 'stopped');
  });
