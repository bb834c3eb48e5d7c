import { fitTexts } from '../../../agents/index.ts';
import type { SessionOutcome } from '../../../contract/index.ts';
import { textOf, usedDeps } from '../../../graph/index.ts';
import type { Finish } from '../protocol.ts';
import { isDone, type NodeRun } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

/** Most tokens of the results that the end of a session holds; the whole of them is in their turns. */
const MOST_RESULT_TOKENS = 32_000;

/** The end of a graph of which nothing is left to do. */
export const endingOf = (state: WorkflowState): Finish => {
  const { outcome, reason } = comeTo(state);
  return { kind: 'finish', outcome, reason, converged: false, topicFinal: resultOf(state), decision: null };
};

const comeTo = (state: WorkflowState): { readonly outcome: SessionOutcome; readonly reason: string } => {
  const { halt } = state;
  if (halt?.kind === 'limit') return { outcome: 'budget-exhausted', reason: limitReason(halt.data) };
  const failed = firstFailed(state);
  if (failed) {
    const { code, message } = failed.end?.error ?? { code: '', message: '' };
    return { outcome: outcomeOf(code), reason: `Node "${failed.id}" failed: ${message}` };
  }
  if (halt?.kind === 'stop') return { outcome: 'stopped', reason: `Stopped by ${halt.by}.` };
  if (state.left > 0) return { outcome: 'failed', reason: 'The nodes that are left wait for each other.' };
  return { outcome: 'completed', reason: doneReason(state) };
};

const outcomeOf = (code: string): SessionOutcome => {
  if (code === 'budget/exceeded') return 'budget-exhausted';
  return code.startsWith('provider/') ? 'no-provider' : 'failed';
};

const limitReason = (data: {
  readonly limit: string;
  readonly scope?: string | undefined;
  readonly key?: string | undefined;
  readonly cap: number;
}) => {
  const { limit, scope, key, cap } = data;
  const whose =
    scope === 'turn' ? ' of a turn' : scope === undefined ? '' : ` of the ${scope} ${key ?? ''}`.trimEnd();
  return `The cap${whose} of ${cap} ${limit === 'usd' ? 'USD' : limit} was reached.`;
};

/** In the order of the file, whichever failed first. */
const firstFailed = ({ top }: WorkflowState): NodeRun | undefined => {
  for (const run of top) if (run.end?.status === 'failed') return run;
  return undefined;
};

const doneReason = ({ top }: WorkflowState): string => {
  let done = 0;
  for (const run of top) if (isDone(run)) done += 1;
  const all = top.length;
  if (done === all) return all === 1 ? 'The task was done.' : `All ${all} nodes were done.`;
  return `${done} of ${all} nodes were done; the others were passed over.`;
};

/** What the nodes gave that nothing waits for; where they gave nothing, what there is that nobody has used yet. */
const resultOf = ({ top }: WorkflowState): string => {
  const withOutput = top.filter(({ output }) => output !== undefined);
  const last = notIn(withOutput, awaitedBy(top));
  const shown = last.length > 0 ? last : notIn(withOutput, awaitedBy(withOutput));
  const texts = fitTexts(
    shown.map(({ output }) => (output === undefined ? '' : textOf(output))),
    MOST_RESULT_TOKENS,
  );
  if (shown.length === 0) return 'No node has given a result.';
  if (shown.length === 1) return texts[0] as string;
  return shown.map(({ id, node }, index) => `## ${node.title ?? id}\n\n${texts[index]}`).join('\n\n');
};

const awaitedBy = (runs: readonly NodeRun[]): ReadonlySet<string> =>
  new Set(runs.flatMap(({ node }) => usedDeps(node)));

const notIn = (runs: readonly NodeRun[], ids: ReadonlySet<string>): readonly NodeRun[] =>
  runs.filter(({ id }) => !ids.has(id));
