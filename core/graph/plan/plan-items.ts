import { isRecord } from '../is-record.ts';

/** What a planner said of one task, before it is known what its words stand for. */
export interface PlanItem {
  /** Its own id, or the key under which it stood; null where it had none. */
  readonly id: string | null;
  readonly title: string | null;
  /** Empty where nothing said what is to be done. */
  readonly prompt: string;
  readonly agent: string | null;
  readonly deps: readonly string[];
  readonly kind: string;
  readonly output: string;
}

export interface PlanItems {
  readonly name: string | null;
  readonly items: readonly PlanItem[];
  /** True where one object without a list around it was taken for the only task. */
  readonly isSingle: boolean;
}

type Members = ReadonlyMap<string, unknown>;

/** More items than this are no plan; they are not looked at. */
const MAX_ITEMS = 2_000;
/** Most dependencies of one task. */
const MAX_DEPS = 400;
/** Most members of one object that are looked at. */
const MAX_MEMBERS = 64;
/** How deep a list of tasks may be wrapped: `{"plan": {"graph": {"nodes": []}}}`. */
const MAX_WRAPPERS = 4;

const listNames = ['nodes', 'tasks', 'steps', 'subtasks', 'plan', 'graph', 'workflow', 'dag', 'result'];
const edgeNames = ['edges', 'links', 'connections'];
const idNames = ['id', 'nodeid', 'taskid', 'stepid', 'key', 'number', 'step'];
const titleNames = ['title', 'name', 'label', 'summary', 'heading'];
const promptNames = [
  'prompt',
  'instructions',
  'instruction',
  'description',
  'task',
  'objective',
  'goal',
  'details',
  'what',
  'action',
  'text',
  'content',
];
const agentNames = [
  'agent',
  'assignee',
  'assignedto',
  'assignedagent',
  'owner',
  'role',
  'who',
  'worker',
  'actor',
  'executor',
  'responsible',
  'by',
];
const depNames = [
  'deps',
  'dependencies',
  'dependson',
  'depends',
  'needs',
  'after',
  'requires',
  'prerequisites',
  'blockedby',
  'waitsfor',
  'parents',
  'predecessors',
];
const kindNames = ['kind', 'type'];
const nothing = new Set(['', 'none', 'null', 'nothing', 'n/a', '-']);

/** The tasks that a value holds under any of the usual names; undefined where it holds none. */
export const planItems = (value: unknown, wrappers = 0): PlanItems | undefined => {
  if (Array.isArray(value)) {
    return value.length > 0 && value.every(isRecord)
      ? listOf(value.slice(0, MAX_ITEMS).map((one) => itemOf(one, null)))
      : undefined;
  }
  if (!isRecord(value)) return undefined;
  const members = membersOf(value);
  for (const name of listNames) {
    const inside = members.get(name);
    const items = wrappers < MAX_WRAPPERS ? listed(inside, wrappers) : undefined;
    if (items) return withEdges({ ...items, name: items.name ?? textOf(members, titleNames) }, members);
  }
  return looksLikeTask(members) ? { ...listOf([itemOf(value, null)]), isSingle: true } : undefined;
};

const listOf = (items: readonly PlanItem[]): PlanItems => ({ name: null, items, isSingle: false });

/** A list of objects or of sentences, an object of tasks by id, or one more wrapper. */
const listed = (inside: unknown, wrappers: number): PlanItems | undefined => {
  if (Array.isArray(inside)) {
    return listOf(inside.slice(0, MAX_ITEMS).flatMap((one) => itemIn(one, null)));
  }
  if (!isRecord(inside)) return undefined;
  const wrapped = planItems(inside, wrappers + 1);
  if (wrapped && !wrapped.isSingle) return wrapped;
  const entries = Object.entries(inside).slice(0, MAX_ITEMS);
  const items = entries.flatMap(([key, one]) => itemIn(one, key));
  return items.length > 0 ? listOf(items) : undefined;
};

const itemIn = (value: unknown, key: string | null): readonly PlanItem[] => {
  if (isRecord(value)) return [itemOf(value, key)];
  if (typeof value !== 'string' || value.trim() === '') return [];
  return [{ id: key, title: null, prompt: value, agent: null, deps: [], kind: 'task', output: 'text' }];
};

const itemOf = (value: Readonly<Record<string, unknown>>, key: string | null): PlanItem => {
  const members = membersOf(value);
  const title = textOf(members, titleNames);
  return {
    id: textOf(members, idNames) ?? key ?? textOf(members, ['name']),
    title,
    prompt: wordsOf(textOf(members, promptNames)) ?? wordsOf(title) ?? '',
    agent: textOf(members, agentNames),
    deps: depsOf(firstOf(members, depNames)),
    kind: textOf(members, kindNames)?.toLowerCase() ?? 'task',
    output: textOf(members, ['output', 'outputtype'])?.toLowerCase() ?? 'text',
  };
};

/** A text that says something: a copy of the form that was asked for has dots in its places. */
const wordsOf = (text: string | null): string | null =>
  text !== null && /[\p{L}\p{N}]/u.test(text) ? text : null;

const looksLikeTask = (members: Members): boolean =>
  textOf(members, promptNames) !== null && idNames.some((name) => members.has(name));

const withEdges = (plan: PlanItems, members: Members): PlanItems => {
  const edges = firstOf(members, edgeNames);
  if (!Array.isArray(edges)) return plan;
  const before = new Map<string, string[]>();
  for (const edge of edges.slice(0, MAX_ITEMS * 4)) {
    const [from, to] = endsOf(edge);
    if (from !== null && to !== null) before.set(to, [...(before.get(to) ?? []).slice(0, MAX_MEMBERS), from]);
  }
  const items = plan.items.map((item) =>
    item.id === null ? item : { ...item, deps: [...item.deps, ...(before.get(item.id) ?? [])] },
  );
  return { ...plan, items };
};

const endsOf = (edge: unknown): readonly [string | null, string | null] => {
  if (Array.isArray(edge)) return [plainText(edge[0]), plainText(edge[1])];
  if (!isRecord(edge)) return [null, null];
  const members = membersOf(edge);
  return [textOf(members, ['from', 'source']), textOf(members, ['to', 'target'])];
};

const depsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.slice(0, MAX_DEPS).flatMap((one) => dependency(one));
  if (typeof value === 'string') return value.split(/[,;\n]/, MAX_DEPS).flatMap((one) => dependency(one));
  return dependency(value);
};

const dependency = (value: unknown): readonly string[] => {
  const text = isRecord(value)
    ? textOf(membersOf(value), [...idNames, 'node', 'task', 'name'])
    : plainText(value);
  return text === null || nothing.has(text.toLowerCase()) ? [] : [text];
};

/** `Depends_On`, `depends on` and `dependsOn` are one name. */
const membersOf = (value: Readonly<Record<string, unknown>>): Members => {
  const members = new Map<string, unknown>();
  for (const [key, one] of Object.entries(value).slice(0, MAX_MEMBERS)) {
    const name = key
      .slice(0, MAX_MEMBERS)
      .toLowerCase()
      .replace(/[^a-z]/g, '');
    if (!members.has(name)) members.set(name, one);
  }
  return members;
};

const firstOf = (members: Members, names: readonly string[]): unknown => {
  for (const name of names) {
    const value = members.get(name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
};

/** The first of these members that says something in words. */
const textOf = (members: Members, names: readonly string[]): string | null => {
  for (const name of names) {
    const text = plainText(members.get(name));
    if (text !== null && text !== '') return text;
  }
  return null;
};

const plainText = (value: unknown): string | null => {
  if (typeof value === 'string') return clean(value).trim();
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) {
    return clean(value.slice(0, MAX_ITEMS).join('\n')).trim();
  }
  if (isRecord(value) && typeof value['name'] === 'string') return clean(value['name']).trim();
  return null;
};

/** Without NUL bytes and halves of characters. */
const clean = (text: string): string => text.replaceAll('\u0000', '').toWellFormed();
