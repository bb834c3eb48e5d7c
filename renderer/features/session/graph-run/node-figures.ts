import type { NodeRun } from '../../../../core/contract/index.ts';
import type { GroupSum } from '../../../state/index.ts';

/** What a node came to, with all that was added to it. */
interface NodeFigures {
  /** Milliseconds; null before it has started, and of one that never did. */
  readonly elapsedMs: number | null;
  readonly tokens: number;
  /** US dollars; null where a cost is unknown. */
  readonly usd: number | null;
  /** True when neither a model nor a session was asked. */
  readonly free: boolean;
}

const MICRO = 1e6;

/** `now` in milliseconds since the epoch, for nodes that run. */
export const nodeFigures = (node: NodeRun, sum: GroupSum | undefined, now: number): NodeFigures => {
  const microUsd = sum === undefined ? node.micro_usd : sum.microUsd;
  const tokens =
    sum === undefined ? node.input_tokens + node.output_tokens : sum.inputTokens + sum.outputTokens;
  return {
    elapsedMs: node.started_at === null ? null : Math.max(0, (node.ended_at ?? now) - node.started_at),
    tokens,
    usd: microUsd === null ? null : microUsd / MICRO,
    free: tokens === 0 && microUsd === 0,
  };
};

/** The end of a growing text, cut at a word, so that a card shows what is being written now. */
export const tailOf = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const tail = text.slice(-length);
  return `… ${tail.slice(tail.indexOf(' ') + 1)}`;
};
