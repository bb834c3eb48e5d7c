import { type NodeKind, nodeKind } from '../../contract/index.ts';
import type { GraphNode } from '../graph.ts';
import { type GraphProblem, graphError, graphWarning } from '../graph-problem.ts';
import { isRecord } from '../is-record.ts';
import { sourcesOf } from '../templates/sources-of.ts';
import { type Field, fallbackOf, readName } from './field.ts';
import { DEFAULT_ITEMS, MAX_ID } from './limits.ts';
import { fieldsOf } from './node-fields.ts';
import { readDependencies } from './read-dependencies.ts';

const kinds: ReadonlySet<unknown> = new Set(nodeKind.options);
const isKind = (value: unknown): value is NodeKind => kinds.has(value);

/** Reads one node as far as it can be read; undefined where it has no id. `place` counts from 1. */
export const readNode = (value: unknown, place: number, problems: GraphProblem[]): GraphNode | undefined => {
  if (!isRecord(value)) {
    const remedy = 'Write it as {"id": "...", ...}.';
    problems.push(graphError('invalid-node', null, `The node at place ${place} is no object.`, remedy));
    return undefined;
  }
  const id = readName(value['id']);
  if (id === undefined) {
    const remedy = `Give it an id: a text of 1 to ${MAX_ID} characters.`;
    problems.push(graphError('invalid-node', null, `The node at place ${place} has no usable id.`, remedy));
    return undefined;
  }
  const { kind = 'task' } = value;
  if (kind !== null && !isKind(kind)) return unknownNode(id, kind, value, problems);
  return knownNode(id, kind ?? 'task', value, problems);
};

/** A kind of a newer version: all of its keys stay in `extra`; a note, because it must not run as something else. */
const unknownNode = (
  id: string,
  kind: unknown,
  value: Readonly<Record<string, unknown>>,
  problems: GraphProblem[],
): GraphNode => {
  const shown = (JSON.stringify(kind) ?? 'nothing').slice(0, 60);
  const message = `Node "${id}" is of the kind ${shown}, which this version does not know.`;
  problems.push(graphError('unknown-kind', id, message, `Use one of ${nodeKind.options.join(', ')}.`));
  return { ...knownNode(id, 'note', value, problems), extra: value };
};

const knownNode = (
  id: string,
  kind: NodeKind,
  value: Readonly<Record<string, unknown>>,
  problems: GraphProblem[],
): GraphNode => {
  const { id: _, kind: __, deps: writtenDeps, ...rest } = value;
  const extra: Record<string, unknown> = rest;
  const { deps, ports, problems: wrong } = readDependencies(writtenDeps);
  for (const what of wrong) {
    const message = `The dependencies of node "${id}" ${what}.`;
    problems.push(graphError('invalid-node', id, message, 'Write them as a list, like deps: [a, b].'));
  }
  if (wrong.length > 0) extra['deps'] = writtenDeps;
  const node: Record<string, unknown> = { id, kind, deps, ports };
  for (const [name, field] of fieldsOf(kind)) {
    const given = value[field.key] ?? undefined;
    const read = given === undefined ? undefined : field.read(given);
    node[name] = read ?? fallbackOf(field, id);
    if (read !== undefined || given === undefined) delete extra[field.key];
    if (given === undefined) problems.push(...absentField(id, kind, field));
    else if (read === undefined) problems.push(wrongField(id, field));
  }
  node['extra'] = extra;
  const made = node as unknown as GraphNode;
  const implied = sourcesOf(made).filter((source) => source !== id && !deps.includes(source));
  return implied.length === 0 ? made : { ...made, deps: [...deps, ...implied] };
};

const wrongField = (id: string, { key, remedy }: Field<unknown>): GraphProblem =>
  graphError('invalid-node', id, `The ${key} of node "${id}" cannot be read.`, remedy);

const absentField = (
  id: string,
  kind: NodeKind,
  { key, presence, remedy }: Field<unknown>,
): readonly GraphProblem[] => {
  if (kind === 'loop' && key === 'max') {
    const message = `The loop "${id}" has no bound.`;
    return [graphError('no-bound', id, message, 'Say after how many rounds it ends at the latest: max: 5.')];
  }
  if (kind === 'map' && key === 'max_items') {
    const message = `The map "${id}" has no bound; it takes ${DEFAULT_ITEMS} items at most.`;
    return [graphWarning('no-bound', id, message, 'Say how many items it takes at most: max_items: 50.')];
  }
  if (presence !== 'required') return [];
  return [graphError('invalid-node', id, `Node "${id}" has no ${key}.`, remedy)];
};
