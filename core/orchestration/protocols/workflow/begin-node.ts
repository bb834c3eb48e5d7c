import { decideDone, decideFailed } from './decide.ts';
import { expandLoop, expandMap, expandReduce } from './expand.ts';
import { fillPrompt, plainText, runNamed } from './fill-prompt.ts';
import { meetsTest } from './meets-test.ts';
import type { NodeRun } from './node-run.ts';
import { valueText } from './value-text.ts';
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
      return expandLoop(state, run, node);
    case 'condition': {
      const met = meetsTest(node.test, testedText(state, run, node.input));
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
  if (input !== null) return plainText(state, run.scope, input);
  return run.node.deps
    .map((dep) => valueText(runNamed(run.scope, dep)?.output))
    .filter((text) => text !== '')
    .join('\n\n');
};
