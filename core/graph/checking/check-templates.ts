import type { GraphNode, OutputType } from '../graph.ts';
import { type GraphProblem, graphError } from '../graph-problem.ts';
import { outputTypeOf } from '../output-type-of.ts';
import { namedNodes } from '../templates/fill-template.ts';
import { type BodyVariable, parseTemplate, type TemplateSource } from '../templates/parse-template.ts';
import { isOverTemplate, type NodeTemplate, templatesOf } from '../templates/templates-of.ts';
import { unknownKindOf } from '../unknown-kind-of.ts';
import { pairsOutOfOrder } from './ancestry.ts';
import type { CheckContext } from './check-context.ts';

const TEMPLATE_FORM =
  'Write {{id.output}}, {{nodes["any id"].output}} or {{inputs.name}}; \\{{ stands for two braces.';

interface Reference {
  readonly before: string;
  readonly after: string;
}

/**
 * Templates that cannot be read, and places in them that nothing fills. `lacking` are the variables of bodies that are
 * not there in some use of this graph.
 */
export const checkTemplates = (
  context: CheckContext,
  lacking: ReadonlySet<BodyVariable>,
): readonly GraphProblem[] => {
  const references: Reference[] = [];
  const found: GraphProblem[] = [];
  for (const node of context.ids.values()) {
    found.push(...overProblems(node, context));
    for (const template of templatesOf(node)) {
      if (!template.text.includes('{{')) continue;
      found.push(...templateProblems(node, template, context, lacking, references));
    }
  }
  const early = pairsOutOfOrder(references, context.ids, context.topology).map(({ before, after }) =>
    graphError(
      'unbound-variable',
      after,
      `${inWords(after)} names the output of "${before}", which need not have ended by then.`,
      `Add "${before}" to its dependencies.`,
    ),
  );
  return [...found, ...early];
};

const inWords = (id: string, { field, name }: Partial<NodeTemplate> = {}): string => {
  if (field === 'with') return `What node "${id}" binds to "${name}"`;
  return field === 'input' || field === 'over'
    ? `The ${field} of node "${id}"`
    : `The prompt of node "${id}"`;
};

const templateProblems = (
  node: GraphNode,
  template: NodeTemplate,
  context: CheckContext,
  lacking: ReadonlySet<BodyVariable>,
  references: Reference[],
): readonly GraphProblem[] => {
  const where = inWords(node.id, template);
  const { parts, problems } = parseTemplate(template.text);
  const found = problems.map(({ message }) =>
    graphError('invalid-template', node.id, `${where}: ${message}.`, TEMPLATE_FORM),
  );
  const seen = new Set<string>();
  for (const part of parts) {
    if (part.kind === 'text') continue;
    const key = JSON.stringify(part.source);
    if (seen.has(key)) continue;
    seen.add(key);
    const problem = sourceProblem(node, where, part.source, context, lacking);
    if (problem) found.push(problem);
    else if (part.source.kind === 'output') references.push({ before: part.source.node, after: node.id });
  }
  return found;
};

const sourceProblem = (
  node: GraphNode,
  where: string,
  source: TemplateSource,
  context: CheckContext,
  lacking: ReadonlySet<BodyVariable>,
): GraphProblem | undefined => {
  const unbound = (what: string, remedy: string) =>
    graphError('unbound-variable', node.id, `${where} names ${what}.`, remedy);
  switch (source.kind) {
    case 'input': {
      const { inputs } = context.graph;
      if (Object.hasOwn(inputs, source.name)) return undefined;
      const otherwise = `Add it to the inputs of the graph: inputs: {${source.name}: "..."}.`;
      const remedy = context.didYouMean(source.name, Object.keys(inputs), otherwise);
      return unbound(`the input "${source.name}", which the graph does not have`, remedy);
    }
    case 'variable': {
      if (ownVariables(node).includes(source.name) || !lacking.has(source.name)) return undefined;
      const [kind, thing] =
        source.name === 'item' || source.name === 'index' ? ['map', 'item'] : ['loop', 'round'];
      return unbound(
        `{{${source.name}}}, which is only there for each ${thing} of a ${kind}`,
        `Put it into a ${kind}, or name an output.`,
      );
    }
    case 'output':
      return outputProblem(node, where, source.node, context);
  }
};

const outputProblem = (
  node: GraphNode,
  where: string,
  id: string,
  { ids, didYouMean }: CheckContext,
): GraphProblem | undefined => {
  const unbound = (why: string, remedy: string) =>
    graphError('unbound-variable', node.id, `${where} names the output of ${why}.`, remedy);
  if (id === node.id) return unbound('the node itself', 'Name another node, or take it out of the prompt.');
  const named = ids.get(id);
  if (!named) {
    return unbound(
      `"${id}", which is not in the graph`,
      didYouMean(id, ids.keys(), 'Correct the name, or add that node.'),
    );
  }
  // What a newer version does is not known here; its kind is a problem of its own.
  if (unknownKindOf(named) !== undefined) return undefined;
  const type = outputTypeOf(named);
  if (type === null) return unbound(`"${id}", which never runs`, 'Name a node that runs.');
  if (type !== 'branch') return undefined;
  const message = `${where} names the output of "${id}", which only decides a way and gives none.`;
  return graphError('type-mismatch', node.id, message, 'Name the node whose output it judges.');
};

const ownVariables = (node: GraphNode): readonly BodyVariable[] => {
  if (node.kind === 'map') return ['item', 'index'];
  return node.kind === 'loop' ? ['previous', 'iteration'] : [];
};

/** A map or a reduce over something that is no list. */
const overProblems = (node: GraphNode, { ids }: CheckContext): readonly GraphProblem[] => {
  if ((node.kind !== 'map' && node.kind !== 'reduce') || node.over === '') return [];
  const id = onlyNodeOf(node.over);
  const source = id === undefined ? undefined : ids.get(id);
  if (!source || source.id === node.id || unknownKindOf(source) !== undefined) return [];
  const type: OutputType | null = source.disabled ? 'list' : outputTypeOf(source);
  if (type === 'list' || type === 'json') return [];
  const gives = type === 'text' ? 'one text' : 'nothing';
  const message = `Node "${node.id}" goes over the output of "${source.id}", which gives ${gives} and no list.`;
  const remedy =
    source.kind === 'task'
      ? `Give "${source.id}" output: list.`
      : 'Go over a task with output: list, a map, or an input of lines.';
  return [graphError('type-mismatch', node.id, message, remedy)];
};

const onlyNodeOf = (over: string): string | undefined => {
  if (!isOverTemplate(over)) return over;
  const template = parseTemplate(over.trim());
  return template.parts.length === 1 ? namedNodes(template)[0] : undefined;
};
