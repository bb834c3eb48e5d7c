import { chanceBits } from '../../../../../../core/effects/index.ts';

export interface PlainNode {
  readonly id: string;
  readonly kind: 'task' | 'condition' | 'approval' | 'map' | 'loop' | 'reduce';
  readonly deps: readonly (string | { readonly node: string; readonly port: string })[];
  readonly [key: string]: unknown;
}

export const depId = (dep: PlainNode['deps'][number]): string => (typeof dep === 'string' ? dep : dep.node);

const portsOf: Partial<Record<PlainNode['kind'], readonly string[]>> = {
  condition: ['yes', 'no'],
  approval: ['approved', 'rejected'],
};

/** A graph of every kind of node that needs no other session, the same for the same seed. */
export const randomGraph = (seed: number, size: number): readonly PlainNode[] => {
  const roll = (most: number, ...what: readonly (string | number)[]) => chanceBits(seed, ...what) % most;
  const nodes: PlainNode[] = [];
  for (let index = 0; index < size; index += 1) {
    const before = nodes.filter((_, place) => roll(Math.max(2, nodes.length), 'dep', index, place) < 2);
    const deps = before.map(({ id, kind }) => {
      const ports = portsOf[kind];
      const port = ports?.[roll(3, 'port', index, id)];
      return port === undefined ? id : { node: id, port };
    });
    nodes.push(nodeOf(index, deps, before, nodes, roll));
  }
  return nodes;
};

const nodeOf = (
  index: number,
  deps: PlainNode['deps'],
  before: readonly PlainNode[],
  nodes: readonly PlainNode[],
  roll: (most: number, ...what: readonly (string | number)[]) => number,
): PlainNode => {
  const id = `n${index}`;
  const worked = {
    agent: (['Athena', 'Apollo', 'Hermes'] as const)[roll(3, 'agent', index)],
    retries: roll(3, 'retries', index),
    backoff_s: roll(2, 'backoff', index),
    ...(roll(4, 'fallback', index) === 0 && { fallback: 'Hermes' }),
  };
  const lists = nodes.filter((node) => node['output'] === 'list' || node.kind === 'map');
  const over = lists[roll(Math.max(1, lists.length), 'over', index)];
  const withOver = over && !deps.some((dep) => depId(dep) === over.id) ? [...deps, over.id] : deps;
  switch (roll(8, 'kind', index)) {
    case 0: {
      // What an approval hands on holds what it showed.
      const named = before.filter(({ kind }) => kind !== 'approval');
      const input = named.map((node) => `{{${node.id}.output}}`).join(' ');
      return {
        id,
        kind: 'condition',
        deps,
        input: input || 'w1',
        test: { contains: `w${roll(5, 'test', index)}` },
      };
    }
    case 1:
      return { id, kind: 'approval', deps, prompt: `Is ${id} right?` };
    case 2:
      if (!over) break;
      return {
        ...worked,
        id,
        kind: 'map',
        deps: withOver,
        over: over.id,
        prompt: 'Look at {{item}}.',
        ...(roll(2, 'parallel', index) === 0 && { parallel: 1 + roll(2, 'width', index) }),
      };
    case 3:
      return {
        ...worked,
        id,
        kind: 'loop',
        deps,
        prompt: 'Better: {{previous}}',
        until: { contains: 'w2' },
        max: 3,
      };
    case 4:
      if (!over) break;
      return {
        ...worked,
        id,
        kind: 'reduce',
        deps: withOver,
        over: over.id,
        prompt: 'One text.',
        ...(roll(2, 'batch', index) === 0 && { batch: 2 }),
      };
    case 5:
      return { ...worked, id, kind: 'task', deps, prompt: `List for ${id}.`, output: 'list' };
    default:
  }
  return { ...worked, id, kind: 'task', deps, prompt: `Do ${id}.` };
};
