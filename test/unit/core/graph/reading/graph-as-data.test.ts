import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphAsData } from '../../../../../core/graph/reading/graph-as-data.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

const back = (value: unknown) => graphAsData(readGraph(value).graph);

describe('graphAsData', () => {
  it('writes what was read, without what is so by default', () => {
    const value = {
      name: 'report',
      source: 'x',
      nodes: [
        { id: 'a' },
        { id: 'n', kind: 'note', title: 'T', prompt: 'P', agent: 'Athena', deps: ['a'], x: 1 },
      ],
    };
    const data = back(value);
    expect(data).toEqual(value);
    expect(readGraph(data)).toEqual(readGraph(value));
  });

  it('writes every kind with every field as it was read', () => {
    const worked = {
      prompt: 'Do it.',
      agent: 'Athena@1.0.0',
      fallback: 'Critic',
      retries: 2,
      backoff_s: 3,
      timeout_s: 30,
      budget: { usd: 0.5, tokens: 1000 },
    };
    const shared = {
      title: 'T',
      position: { x: 1.5, y: -2 },
      disabled: true,
      breakpoint: true,
      pinned: ['x', { y: null }],
    };
    const value = {
      name: 'everything',
      inputs: { topic: 'bees', 'any name': '' },
      nodes: [
        { id: 'list', ...worked, ...shared, output: 'list' },
        {
          id: 'talk',
          kind: 'session',
          deps: ['list'],
          prompt: 'P',
          session: { mode: 'debate' },
          timeout_s: 9,
        },
        {
          id: 'check',
          kind: 'condition',
          deps: ['list'],
          input: '{{list.output}}',
          test: { matches: 'ok|fine' },
        },
        { id: 'score', kind: 'condition', deps: [{ node: 'check', port: 'yes' }], test: { above: 7 } },
        {
          id: 'each',
          kind: 'map',
          deps: ['list'],
          over: 'list',
          graph: 'sub',
          parallel: 3,
          max_items: 100,
        },
        { id: 'all', kind: 'reduce', deps: ['each'], ...worked, over: '{{each.output}}', batch: 10 },
        { id: 'again', kind: 'loop', deps: ['all'], until: { empty: true }, max: 1 },
        { id: 'ask', kind: 'approval', deps: ['again'], prompt: 'Good?' },
        { id: 'use', kind: 'tool', tool: 'search', arguments: { q: [1, { a: 'b' }] } },
        {
          id: 'team',
          kind: 'delegate',
          prompt: 'Goal',
          agents: ['Athena'],
          planner: 'Hermes',
          reviewer: 'Critic',
          rounds: 3,
          budget: { tokens: 5 },
        },
        { id: 'part', kind: 'subgraph', graph: 'sub', with: { topic: '{{list.output}}' } },
        { id: 'n', kind: 'note', prompt: 'Mind the gap.' },
        { id: 'f', kind: 'frame', prompt: '', nodes: ['list'], size: { width: 10, height: 20 } },
      ],
      output: 'all',
      graphs: { sub: { inputs: { topic: '' }, nodes: [{ id: 'inner' }], output: 'inner' } },
    };
    const { problems } = readGraph(value);
    expect(problems).toEqual([]);
    const { prompt: _, ...frame } = value.nodes.at(-1) as Record<string, unknown>;
    expect(back(value)).toEqual({ ...value, nodes: [...value.nodes.slice(0, -1), frame] });
  });

  it('gives a node of a newer version back to the byte, and with it what was edited', () => {
    const strange = {
      kind: 'teleport',
      id: 't',
      deps: ['a', { node: 'b', port: 'left', weight: 2 }],
      disabled: false,
      retries: 'many',
      prompt: 7,
      position: { x: 1, y: 2, z: 3 },
    };
    const value = { nodes: [{ id: 'a' }, strange] };
    expect(JSON.stringify(back(value))).toBe(JSON.stringify(value));
    const { graph } = readGraph(value);
    const moved = {
      ...graph,
      nodes: graph.nodes.map((node) => ({ ...node, position: { x: 5, y: 6 } })),
    };
    expect(graphAsData(moved)['nodes']).toEqual([
      { id: 'a', position: { x: 5, y: 6 } },
      { ...strange, position: { x: 5, y: 6 } },
    ]);
  });

  it('keeps what it could not read, until somebody writes something else there', () => {
    const value = {
      name: 7,
      inputs: [1],
      graphs: 'none',
      nodes: [{ id: 'a', retries: 'many', deps: 'b', title: ['x'] }],
    };
    expect(back(value)).toEqual(value);
    const { graph } = readGraph(value);
    const mended = graph.nodes.map((node) => ({ ...node, retries: 3, deps: ['b'] }));
    expect(graphAsData({ ...graph, nodes: mended })['nodes']).toEqual([
      { id: 'a', retries: 3, deps: ['b'], title: ['x'] },
    ]);
  });

  it('reads back as the same graph, whatever stands in a file', () => {
    const node = fc.record(
      {
        id: fc.constantFrom('a', 'b', '__proto__', 'constructor'),
        kind: fc.constantFrom('task', 'map', 'loop', 'condition', 'note', 'frame', 'later', 4),
        deps: fc.oneof(fc.array(fc.constantFrom('a', '__proto__', { node: 'b', port: 'no' })), fc.json()),
        prompt: fc.oneof(fc.string(), fc.integer()),
        over: fc.oneof(fc.string(), fc.boolean()),
        retries: fc.oneof(fc.integer(), fc.string()),
        max: fc.integer(),
        disabled: fc.oneof(fc.boolean(), fc.constant(null)),
        pinned: fc.jsonValue(),
        nodes: fc.jsonValue(),
        with: fc.dictionary(fc.string(), fc.jsonValue()),
        colour: fc.jsonValue(),
      },
      { requiredKeys: ['id'] },
    );
    fc.assert(
      fc.property(fc.array(node), fc.jsonValue(), fc.jsonValue(), (nodes, inputs, output) => {
        const once = back(JSON.parse(JSON.stringify({ nodes, inputs, output })));
        expect(back(JSON.parse(JSON.stringify(once)))).toEqual(once);
      }),
      { verbose: true },
    );
  });
});
