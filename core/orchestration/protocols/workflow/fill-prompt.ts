import { fitTexts, type WorkContext } from '../../../agents/index.ts';
import type { NodeValue } from '../../../contract/index.ts';
import {
  fillTemplate,
  type Template,
  type TemplateScope,
  type TemplateSource,
  textOf,
  usedDeps,
} from '../../../graph/index.ts';
import { isDone, type NodeRun } from './node-run.ts';
import type { WorkflowState } from './workflow-state.ts';

export interface FilledPrompt {
  readonly prompt: string;
  /** Ids of the nodes whose outputs stand in it. */
  readonly results: readonly string[];
  readonly context: readonly WorkContext[];
}

/** What the places of a node's templates stand for. */
export const scopeOf = (state: WorkflowState, { scope, override }: NodeRun): TemplateScope => ({
  ...scope.variables,
  inputs: state.inputs,
  outputOf: (id) => (id === override?.node ? override.value : state.runs.get(id)?.output),
});

const valueIn = (scope: TemplateScope, source: TemplateSource): NodeValue | undefined => {
  switch (source.kind) {
    case 'output':
      return scope.outputOf(source.node);
    case 'input':
      return Object.hasOwn(scope.inputs, source.name) ? scope.inputs[source.name] : undefined;
    case 'variable':
      return scope[source.name];
  }
};

const wordsOf = (value: NodeValue | undefined): string => (value === undefined ? '' : textOf(value));

/**
 * The prompt of a node with values at their places. What they hold together beyond half of the context is cut, each
 * to its share, so that prompts of a deep graph do not grow. Where the prompt names no output and no variable, the
 * outputs of its dependencies are given beside it.
 */
export const fillPrompt = (state: WorkflowState, run: NodeRun, text: string): FilledPrompt => {
  const template = state.templates(text);
  const sources = sourcesOf(template);
  const scope = scopeOf(state, run);
  const values = fitTexts(
    sources.map((source) => wordsOf(valueIn(scope, source))),
    Math.floor(state.specification.context_tokens / 2),
  );
  let at = 0;
  const prompt = fillTemplate(template, () => values[at++]);
  const results = sources.flatMap((source) => (source.kind === 'output' ? [source.node] : []));
  const isNamed = sources.some(({ kind }) => kind !== 'input');
  return { prompt, results: [...new Set(results)], context: isNamed ? [] : besides(state, run) };
};

const sourcesOf = ({ parts }: Template): readonly TemplateSource[] =>
  parts.flatMap((part) => (part.kind === 'value' ? [part.source] : []));

/** What a node works on without naming it. */
const besides = (state: WorkflowState, run: NodeRun): readonly WorkContext[] => {
  const { override } = run;
  const found = override
    ? [{ title: override.title, text: wordsOf(override.value) }]
    : [
        ...variablesFor(run),
        ...outputsBehind(state, run).map((dep) => ({ title: titleOf(dep), text: wordsOf(dep.output) })),
      ];
  const shown = found.filter(({ text }) => text !== '');
  const texts = fitTexts(
    shown.map(({ text }) => text),
    state.specification.context_tokens,
  );
  return shown.map(({ title }, index) => ({ title, text: texts[index] as string }));
};

const titleOf = ({ id, node }: NodeRun): string => (node.title === null ? id : `${node.title} (${id})`);

/** The first nodes of a body work on its item, or on the round before. */
const variablesFor = ({ node, scope: { variables } }: NodeRun): readonly WorkContext[] =>
  node.deps.length > 0
    ? []
    : (['item', 'previous'] as const).map((name) => ({ title: name, text: wordsOf(variables[name]) }));

/**
 * The nodes right before this one that have an output: of a node that only chose a way, those before it; of a body
 * that is one prompt, those before the node around it, but for the list that it goes over.
 */
const outputsBehind = (state: WorkflowState, run: NodeRun): readonly NodeRun[] => {
  const found = new Set<NodeRun>();
  const seen = new Set<NodeRun>();
  const open = [...depsOf(state, run)].reverse();
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.node.kind === 'condition') open.push(...[...depsOf(state, at)].reverse());
    else if (isDone(at)) found.add(at);
  }
  return [...found];
};

const depsOf = (state: WorkflowState, run: NodeRun): readonly NodeRun[] => {
  const { node } = run.isInline && run.parent ? run.parent : run;
  const over = run.isInline && 'over' in node ? node.over : null;
  return usedDeps(node).flatMap((dep) => (dep === over ? [] : (state.runs.get(dep) ?? [])));
};
