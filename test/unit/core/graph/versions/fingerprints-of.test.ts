import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { runnableGraph } from '../../../../../core/graph/running/runnable-graph.ts';
import { fingerprintsOf, type RunFacts } from '../../../../../core/graph/versions/fingerprints-of.ts';

const facts: RunFacts = { agent: (reference) => `${reference} stub/debater`, settings: 'seed 1' };
const base = {
  inputs: { topic: 'bees', other: 'x' },
  nodes: [
    { id: 'a', prompt: 'On {{inputs.topic}}' } as Record<string, unknown>,
    { id: 'b', deps: ['a'], title: 'B' },
    { id: 'c', deps: ['b'], prompt: '{{a.output}} {{b.output}}', agent: 'Critic' },
    { id: 'side' },
    { id: 'list', output: 'list' },
    { id: 'each', kind: 'map', over: 'list', graph: 'one', max_items: 3 },
  ],
  graphs: {
    one: {
      nodes: [
        { id: 'x', prompt: '{{item}}' },
        { id: 'y', deps: ['x'] },
      ],
    },
  },
};

const prints = (value: object, with_: RunFacts = facts) =>
  fingerprintsOf(runnableGraph(readGraph(value).graph), with_);

/** Ids whose fingerprints differ from those of the base. */
const differing = (value: object, with_: RunFacts = facts) => {
  const old = prints(base);
  return [...prints(value, with_)].filter(([id, print]) => old.get(id) !== print).map(([id]) => id);
};

const withNode = (id: string, change: object) => ({
  ...base,
  nodes: base.nodes.map((node) => (node['id'] === id ? { ...node, ...change } : node)),
});

describe('fingerprintsOf', () => {
  it('gives every node one, those of bodies too', () => {
    expect([...prints(base).keys()].sort()).toEqual(
      ['a', 'b', 'c', 'each', 'each/x', 'each/y', 'list', 'side'].sort(),
    );
    expect(new Set(prints(base).values()).size).toBe(8);
  });

  it('does not change with places, breakpoints, inputs that are not named, or the order of the file', () => {
    expect(differing(withNode('a', { position: { x: 1, y: 2 }, breakpoint: true, title: null }))).toEqual([]);
    expect(differing({ ...base, inputs: { ...base.inputs, other: 'y' } })).toEqual([]);
    expect(differing({ ...base, nodes: base.nodes.toReversed() })).toEqual([]);
  });

  it('changes with a node for everything behind it, and for nothing else', () => {
    expect(differing(withNode('a', { prompt: 'On {{inputs.topic}}!' }))).toEqual(['a', 'b', 'c']);
    expect(differing(withNode('b', { retries: 2 }))).toEqual(['b', 'c']);
    expect(differing(withNode('b', { title: 'Other' }))).toEqual(['c']);
    expect(differing(withNode('a', { pinned: 'x' }))).toEqual(['a', 'b', 'c']);
    expect(differing({ ...base, inputs: { ...base.inputs, topic: 'ants' } })).toEqual(['a', 'b', 'c']);
    expect(differing(withNode('c', { deps: ['a', 'b'] }))).toEqual(['c']);
    expect(differing(withNode('list', { prompt: 'More' }))).toEqual(['list', 'each']);
    const body = {
      one: {
        nodes: [
          { id: 'x', prompt: '{{item}}!' },
          { id: 'y', deps: ['x'] },
        ],
      },
    };
    expect(differing({ ...base, graphs: body })).toEqual(['each/x', 'each/y', 'each']);
  });

  it('changes with the agent, and with the settings of the run for all', () => {
    const newer = {
      ...facts,
      agent: (reference: string) => facts.agent(reference === 'Critic' ? 'Critic@2' : reference),
    };
    expect(differing(base, newer)).toEqual(['c']);
    expect(differing(base, { ...facts, settings: 'seed 2' })).toHaveLength(8);
  });
});
