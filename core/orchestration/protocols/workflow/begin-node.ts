import { fillText, passes, textOf, usedDeps } from '../../../graph/index.ts';
import { decideDone, decideFailed } from './decide.ts';
import { beginDelegate } from './delegate/ask-planner.ts';
import { expandLoop, expandMap, expandReduce } from './expand.ts';
import { fillPrompt, scopeOf } from './fill-prompt.ts';
import type { NodeRun } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

/** What follows from the start of a node. */
export const beginNode = (state: WorkflowState, run: NodeRun): void => {
  const { node } = run;
  switch (node.kind) {
    case 'task':
    case 'session':
      return state.starts.push(run);
    case 'reduce':
      return node.batch === null ? state.starts.push(run) : expandReduce(state, run, node);
    case 'map':
      return expandMap(state, run, node);
    case 'loop':
      return expandLoop(state, run);
    case 'condition': {
      const met = passes(node.test, testedText(state, run, node.input));
      return decideDone(state, run, { branch: met ? 'yes' : 'no' });
    }
    case 'approval': {
      const { prompt, context } = fillPrompt(state, run, node.prompt);
      const text = [prompt, ...context.map((one) => one.text)].filter((one) => one !== '').join('\n\n');
      return state.records.push({
        run,
        draft: { type: 'approval-requested', data: { node: run.id, text } },
      });
    }
    case 'delegate':
      return beginDelegate(state, run, node);
    case 'tool':
    case 'subgraph':
    case 'note':
    case 'frame':
      return decideFailed(state, run, {
        code: 'node/not-runnable',
        message: `A node of the kind ${node.kind} cannot be run.`,
      });
  }
};

/** What a condition asks about: its input, or what the nodes before it gave. */
const testedText = (state: WorkflowState, run: NodeRun, input: string | null): string => {
  if (input !== null) return fillText(input, scopeOf(state, run));
  const outputs = usedDeps(run.node).flatMap((dep) => state.runs.get(dep)?.output ?? []);
  return outputs.map(textOf).join('\n\n');
};
