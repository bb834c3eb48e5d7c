import { fitTexts, type WorkContext } from '../../../agents/index.ts';
import type { NodeValue } from '../../../contract/index.ts';
import { fillTemplate, type GraphNode, type Template, type TemplateSource } from '../../../graph/index.ts';
import { isDone, type NodeRun, type Scope } from './node-run.ts';
import { valueText } from './value-text.ts';
import type { WorkflowState } from './workflow-state.ts';

export interface FilledPrompt {
  readonly prompt: string;
  /** Ids of the nodes whose outputs stand in it. */
  readonly results: readonly string[];
  readonly context: readonly WorkContext[];
}

export const runNamed = (scope: Scope, id: string): NodeRun | undefined => {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const run = at.runs.get(id);
    if (run) return run;
  }
  return undefined;
};

const variableIn = (scope: Scope, name: keyof Scope['variables']): NodeValue | undefined => {
  for (let at: Scope | null = scope; at; at = at.outer) {
    if (Object.hasOwn(at.variables, name)) return at.variables[name];
  }
  return undefined;
};

const inputIn = (scope: Scope, name: string): string | undefined => {
  for (let at: Scope | null = scope; at; at = at.outer) {
    if (Object.hasOwn(at.inputs, name)) return at.inputs[name];
  }
  return undefined;
};

/** The value that a place of a template stands for; undefined where there is none. */
export const valueOf = (scope: Scope, source: TemplateSource): NodeValue | undefined => {
  switch (source.kind) {
    case 'output':
      return runNamed(scope, source.node)?.output;
    case 'input':
      return inputIn(scope, source.name);
    case 'variable':
      return variableIn(scope, source.name);
  }
};

/** A template filled as it is, for tests and lists, which no model reads. */
export const plainText = (state: WorkflowState, scope: Scope, text: string): string =>
  fillTemplate(state.templates(text), (source) => valueText(valueOf(scope, source)));

/**
 * The prompt of a node with values at their places. What they hold together beyond half of the context is cut, each
 * to its share, so that prompts of a deep graph do not grow. Where the prompt names no output and no variable, the
 * outputs of its dependencies are given beside it.
 */
export const fillPrompt = (state: WorkflowState, run: NodeRun, text: string): FilledPrompt => {
  const { override } = run;
  const template = state.templates(text);
  const sources = sourcesOf(template);
  const most = state.specification.context_tokens;
  if (sources.length === 0)
    return { prompt: textOf(template), results: [], context: besides(state, run, override) };
  const read = (source: TemplateSource) =>
    source.kind === 'output' && source.node === override?.node ? override.value : valueOf(run.scope, source);
  const values = fitTexts(
    sources.map((source) => valueText(read(source))),
    Math.floor(most / 2),
  );
  let at = 0;
  const prompt = fillTemplate(template, () => values[at++]);
  const named = sources.flatMap((source) => (source.kind === 'output' ? [source.node] : []));
  const isNamed = sources.some(({ kind }) => kind !== 'input');
  return { prompt, results: [...new Set(named)], context: isNamed ? [] : besides(state, run, override) };
};

const sourcesOf = ({ parts }: Template): readonly TemplateSource[] =>
  parts.flatMap((part) => (part.kind === 'value' ? [part.source] : []));

const textOf = (template: Template): string => fillTemplate(template, () => '');

const besides = (
  state: WorkflowState,
  run: NodeRun,
  override: NodeRun['override'],
): readonly WorkContext[] => {
  const found = override
    ? [{ title: override.node, text: valueText(override.value) }]
    : [
        ...variablesFor(run),
        ...outputsBehind(run).map((dep) => ({ title: titleOf(dep), text: valueText(dep.output) })),
      ];
  const shown = found.filter(({ text }) => text !== '');
  if (shown.length === 0) return shown;
  const texts = fitTexts(
    shown.map(({ text }) => text),
    state.specification.context_tokens,
  );
  return shown.map(({ title }, index) => ({ title, text: texts[index] as string }));
};

const titleOf = ({ id, node }: NodeRun): string => (node.title === null ? id : `${node.title} (${id})`);

/** What the first nodes of a body work on. */
const variablesFor = (run: NodeRun): readonly WorkContext[] => {
  if (run.node.deps.length > 0) return [];
  const { variables } = run.scope;
  return (['item', 'previous'] as const).flatMap((name) =>
    Object.hasOwn(variables, name) ? [{ title: name, text: valueText(variables[name]) }] : [],
  );
};

/**
 * The nodes right before this one that have an output: of a node that only chose a way, those before it; of a body
 * that is one prompt, those before the node around it.
 */
const outputsBehind = (run: NodeRun): readonly NodeRun[] => {
  const found = new Set<NodeRun>();
  const seen = new Set<NodeRun>();
  const open = [...depsOf(run)].reverse();
  for (let at = open.pop(); at; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    if (at.node.kind === 'condition') open.push(...[...depsOf(at)].reverse());
    else if (isDone(at) && at.output !== undefined) found.add(at);
  }
  return [...found];
};

const depsOf = (run: NodeRun): readonly NodeRun[] => {
  const inline = run.parent && run.scope.runs.size === 0 ? run.parent : null;
  const scope = inline ? inline.scope : run.scope;
  const node: GraphNode = inline ? inline.node : run.node;
  const over = inline && 'over' in inline.node ? inline.node.over : null;
  return node.deps.flatMap((dep) => {
    const named = dep === over ? undefined : runNamed(scope, dep);
    return named ? [named] : [];
  });
};
