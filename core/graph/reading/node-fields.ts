import type { NodeKind, NodeValue } from '../../contract/index.ts';
import type { GraphNode, NodeBudget, NodeOf, Position, TextTest } from '../graph.ts';
import { isRecord } from '../is-record.ts';
import {
  choiceField,
  dataField,
  type Field,
  flagField,
  nameField,
  namesField,
  numberField,
  orNull,
  required,
  textField,
} from './field.ts';
import { DEFAULT_AGENT, DEFAULT_ITEMS } from './limits.ts';
import { isPlainData } from './plain-data.ts';
import { readTemplates } from './read-templates.ts';
import { readTextTest, TEXT_TEST_FORM, textTestAsData } from './text-test.ts';

type Fields<N> = { readonly [K in keyof N]-?: Field<N[K]> };
type OwnFields<K extends NodeKind> = Fields<
  Omit<NodeOf<K>, 'id' | 'kind' | 'deps' | 'ports' | 'extra' | keyof typeof sharedFields>
>;

const DAY_S = 86_400;
const AGENT_REMEDY = 'Name one agent, like Planner or Planner@1.0.0.';

const finitePair = <A extends string, B extends string>(value: unknown, a: A, b: B) => {
  if (!isRecord(value)) return undefined;
  const [first, second] = [value[a], value[b]];
  return Number.isFinite(first) && Number.isFinite(second)
    ? ({ [a]: first, [b]: second } as Record<A | B, number>)
    : undefined;
};

/** Fields of every kind but id, kind and dependencies. */
const sharedFields = {
  title: orNull(textField('title', '', 'Write it as text.')),
  position: {
    key: 'position',
    fallback: null,
    read: (value: unknown) => finitePair(value, 'x', 'y'),
    remedy: 'Write it as {x: 0, y: 0}.',
  } as Field<Position | null>,
  disabled: flagField('disabled'),
  breakpoint: flagField('breakpoint'),
  pinned: {
    key: 'pinned',
    fallback: undefined,
    read: (value: unknown) => (isPlainData(value) ? (value as NodeValue) : undefined),
    remedy: 'Write a text, a list or other plain data.',
  } as Field<NodeValue | undefined>,
};

const readBudget = (value: unknown): NodeBudget | undefined => {
  if (!isRecord(value)) return undefined;
  const { usd, tokens, ...others } = value;
  if (Object.keys(others).length > 0) return undefined;
  const money = usd === undefined || (typeof usd === 'number' && usd > 0 && Number.isFinite(usd));
  const size = tokens === undefined || (Number.isSafeInteger(tokens) && (tokens as number) > 0);
  return money && size ? (value as NodeBudget) : undefined;
};

const prompt = textField('prompt', (id) => id);
const remark = textField('prompt', '');
const timeoutS = orNull(numberField('timeout_s', 0, { least: 0.001, most: 7 * DAY_S, whole: false }));
const budget: Field<NodeBudget | null> = {
  key: 'budget',
  fallback: null,
  read: readBudget,
  remedy: 'Write it as {usd: 0.5, tokens: 20000}; one of both is enough.',
};
const graphName = nameField('graph', '', 'Name a graph that stands under graphs in this file.');
const over = required(textField('over', '', 'Name the node whose output is the list, or write a template.'));

const worked = {
  prompt,
  agent: nameField('agent', DEFAULT_AGENT, AGENT_REMEDY),
  fallback: orNull(nameField('fallback', '', AGENT_REMEDY)),
  retries: numberField('retries', 0, { least: 0, most: 10, whole: true }),
  backoffS: numberField('backoff_s', 1, { least: 0, most: DAY_S, whole: false }),
  timeoutS,
  budget,
};

/** A test that no file can hold: that of a condition that names none. */
const NO_TEST: TextTest = { kind: 'contains', text: '' };
const textTest: Field<TextTest> = {
  key: 'test',
  fallback: NO_TEST,
  read: readTextTest,
  write: textTestAsData,
  remedy: TEXT_TEST_FORM,
};

/** What nodes of each kind hold, and how it stands in a file: reading and writing go by this one table. */
const nodeFields: { readonly [K in NodeKind]: OwnFields<K> } = {
  task: { ...worked, output: choiceField('output', 'text', ['text', 'list', 'json']) },
  session: {
    prompt,
    session: dataField('session', 'Write it like a session file, without its topic.'),
    timeoutS,
    budget,
  },
  condition: { input: orNull(textField('input', '')), test: required(textTest) },
  map: {
    ...worked,
    over,
    graph: orNull(graphName),
    parallel: orNull(numberField('parallel', 0, { least: 1, most: 1_000, whole: true })),
    maxItems: {
      ...numberField('max_items', DEFAULT_ITEMS, { least: 1, most: 10_000, whole: true }),
      presence: 'always',
    },
  },
  reduce: {
    ...worked,
    over,
    batch: orNull(numberField('batch', 0, { least: 2, most: 10_000, whole: true })),
  },
  loop: {
    ...worked,
    graph: orNull(graphName),
    until: { ...orNull(textTest), key: 'until', write: (test) => test && textTestAsData(test) },
    // 0 stands in no file: a loop without a bound does not run.
    max: numberField('max', 0, { least: 1, most: 1_000, whole: true }),
  },
  approval: { prompt },
  tool: {
    tool: required(nameField('tool', '', 'Name the tool.')),
    arguments: dataField('arguments', 'Write them as an object.'),
  },
  delegate: {
    prompt,
    agents: namesField('agents', 'Write them as a list of names.'),
    planner: nameField('planner', DEFAULT_AGENT, AGENT_REMEDY),
    reviewer: orNull(nameField('reviewer', '', AGENT_REMEDY)),
    rounds: numberField('rounds', 2, { least: 0, most: 10, whole: true }),
    budget,
  },
  subgraph: {
    graph: required(graphName),
    with: {
      key: 'with',
      fallback: {},
      read: readTemplates,
      remedy: 'Write it as {name: "text or template"}.',
    },
  },
  note: { prompt: remark },
  frame: {
    prompt: remark,
    nodes: namesField('nodes', 'Write them as a list of ids.'),
    size: {
      key: 'size',
      fallback: null,
      read: (value) => finitePair(value, 'width', 'height'),
      remedy: 'Write it as {width: 300, height: 200}.',
    },
  },
};

export type NamedField = readonly [name: string, field: Field<unknown>];

const listed = Object.fromEntries(
  Object.entries(nodeFields).map(([kind, own]) => [
    kind,
    Object.entries({ ...own, ...sharedFields }) as unknown as readonly NamedField[],
  ]),
) as Readonly<Record<NodeKind, readonly NamedField[]>>;

/** All fields of a kind but id, kind and dependencies, by their names in `GraphNode`. */
export const fieldsOf = (kind: GraphNode['kind']): readonly NamedField[] => listed[kind];
