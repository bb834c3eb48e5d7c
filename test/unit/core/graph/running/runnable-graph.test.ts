import { describe, expect, it } from 'vitest';
import { graphAsData } from '../../../../../core/graph/reading/graph-as-data.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { runnableGraph } from '../../../../../core/graph/running/runnable-graph.ts';

const run = (value: object, inputs: Readonly<Record<string, string>> = {}) =>
  graphAsData(runnableGraph(readGraph(value).graph, inputs));

describe('runnableGraph', () => {
  it('leaves a plain graph as it is, without what a run does not use', () => {
    const value = {
      name: 'g',
      nodes: [
        { id: 'a', prompt: 'On {{inputs.topic}}.', position: { x: 1, y: 2 }, pinned: 'x', colour: 'red' },
        { id: 'b', deps: ['a'], prompt: '\\{{no}} {{a.output}} {{what' },
      ],
      inputs: { topic: 'bees' },
    };
    expect(run(value, { topic: 'ants' })).toEqual({
      name: 'g',
      inputs: { topic: 'ants' },
      nodes: [
        { id: 'a', prompt: 'On {{inputs.topic}}.', position: { x: 1, y: 2 }, pinned: 'x' },
        { id: 'b', deps: ['a'], prompt: '\\{{no}} {{a.output}} \\{{what' },
      ],
      output: 'b',
    });
  });

  it('puts subgraphs in their places, bound, connected and in the order of the file', () => {
    const value = {
      nodes: [
        { id: 'end', deps: ['twice'], prompt: 'Use {{twice.output}}.' },
        {
          id: 'twice',
          kind: 'subgraph',
          graph: 'review',
          deps: ['start', { node: 'ok', port: 'yes' }],
          with: { text: 'Text: {{start.output}}' },
          breakpoint: true,
        },
        { id: 'ok', kind: 'condition', deps: ['start'], test: { contains: 'x' } },
        { id: 'start' },
      ],
      graphs: {
        review: {
          inputs: { text: '', tone: 'kind {{literal}}' },
          nodes: [
            { id: 'read', prompt: '{{inputs.text}} ({{inputs.tone}})' },
            {
              id: 'inner',
              kind: 'subgraph',
              graph: 'judge',
              deps: ['read'],
              with: { it: '{{inputs.text}}!' },
            },
          ],
        },
        judge: {
          inputs: { it: '' },
          nodes: [
            { id: 'say', prompt: 'Judge {{inputs.it}}' },
            { id: 'n', kind: 'note' },
          ],
        },
      },
    };
    expect(run(value)).toEqual({
      nodes: [
        { id: 'end', deps: ['twice/inner/say'], prompt: 'Use {{nodes["twice/inner/say"].output}}.' },
        {
          id: 'twice/read',
          deps: ['start', { node: 'ok', port: 'yes' }],
          prompt: 'Text: {{start.output}} (kind \\{{literal}})',
          breakpoint: true,
        },
        {
          id: 'twice/inner/say',
          deps: ['twice/read'],
          prompt: 'Judge Text: {{start.output}}!',
        },
        { id: 'ok', kind: 'condition', deps: ['start'], input: '{{start.output}}', test: { contains: 'x' } },
        { id: 'start' },
      ],
      output: 'end',
    });
  });

  it('hands the dependencies of disabled nodes and notes on, and their outputs', () => {
    const value = {
      nodes: [
        { id: 'a' },
        { id: 'b' },
        { id: 'c', kind: 'condition', deps: ['a'], test: { empty: true } },
        { id: 'off', deps: ['a', 'b', { node: 'c', port: 'no' }], disabled: true },
        { id: 'n', kind: 'note', deps: ['off'] },
        { id: 'end', deps: ['n'], prompt: 'See {{off.output}}.' },
        { id: 'each', kind: 'map', over: 'alone', max_items: 5, prompt: 'p' },
        { id: 'alone', deps: ['a'], disabled: true },
        { id: 'off-root', kind: 'approval', disabled: true },
        { id: 'free', deps: [{ node: 'off-root', port: 'approved' }] },
      ],
      output: 'end',
    };
    expect(run(value)['nodes']).toEqual([
      { id: 'a' },
      { id: 'b' },
      { id: 'c', kind: 'condition', deps: ['a'], input: '{{a.output}}', test: { empty: true } },
      {
        id: 'end',
        deps: ['a', 'b', { node: 'c', port: 'no' }],
        prompt: 'See {{a.output}}\n\n{{b.output}}.',
      },
      { id: 'each', kind: 'map', deps: ['a'], over: 'a', max_items: 5, prompt: 'p' },
      { id: 'free' },
    ]);
  });

  it('keeps bodies under their nodes, with inputs of the same name around them', () => {
    const value = {
      inputs: { style: 'short' },
      nodes: [
        { id: 'list', output: 'list' },
        { id: 'each', kind: 'map', over: 'list', max_items: 3, graph: 'one' },
        {
          id: 'part',
          kind: 'subgraph',
          graph: 'outer',
          with: { style: 'as {{list.output}}' },
          deps: ['list'],
        },
      ],
      graphs: {
        one: {
          inputs: { style: 'long', more: 'm' },
          nodes: [
            { id: 'do', prompt: '{{item}} {{inputs.style}} {{inputs.more}}' },
            { id: 'then', deps: ['do'] },
          ],
          output: 'do',
        },
        outer: { inputs: { style: '' }, nodes: [{ id: 'again', kind: 'loop', max: 2, graph: 'one' }] },
      },
    };
    const data = run(value);
    expect(data['nodes']).toEqual([
      { id: 'list', output: 'list' },
      { id: 'each', kind: 'map', deps: ['list'], over: 'list', max_items: 3, graph: 'each' },
      { id: 'part/again', kind: 'loop', deps: ['list'], max: 2, graph: 'part/again', prompt: 'again' },
    ]);
    expect(data['graphs']).toEqual({
      each: {
        nodes: [
          { id: 'each/do', prompt: '{{item}} {{inputs.style}} m' },
          { id: 'each/then', deps: ['each/do'], prompt: 'then' },
        ],
        output: 'each/do',
      },
      'part/again': {
        nodes: [
          { id: 'part/again/do', prompt: '{{item}} as {{list.output}} m' },
          { id: 'part/again/then', deps: ['part/again/do'], prompt: 'then' },
        ],
        output: 'part/again/do',
      },
    });
    expect(readGraph(data).problems).toEqual([]);
  });

  it('holds a pinned subgraph as one node with its output', () => {
    const value = {
      nodes: [
        { id: 's', kind: 'subgraph', graph: 'g', pinned: 'done before' },
        { id: 'b', deps: ['s'] },
      ],
      graphs: { g: { nodes: [{ id: 'x' }] } },
    };
    expect(run(value)['nodes']).toEqual([
      { id: 's', backoff_s: 0, pinned: 'done before' },
      { id: 'b', deps: ['s'] },
    ]);
  });

  it('refuses in words what cannot be flattened', () => {
    const nested = (name: string) => ({ nodes: [{ id: 'x', kind: 'subgraph', graph: name }] });
    expect(() => run(nested('nowhere'))).toThrow('There is no graph "nowhere".');
    expect(() => run({ ...nested('me'), graphs: { me: nested('me') } })).toThrow(/20 deep/);
    const clash = {
      nodes: [{ id: 's/x' }, { id: 's', kind: 'subgraph', graph: 'g' }],
      graphs: { g: { nodes: [{ id: 'x' }] } },
    };
    expect(() => run(clash)).toThrow('two nodes have the id "s/x"');
    const doubling = Object.fromEntries(
      Array.from({ length: 19 }, (_, level) => [
        `g${level}`,
        {
          nodes:
            level === 18
              ? [{ id: 'x' }]
              : ['l', 'r'].map((id) => ({ id, kind: 'subgraph', graph: `g${level + 1}` })),
        },
      ]),
    );
    expect(() => run({ ...nested('g0'), graphs: doubling })).toThrow(/more than 100000 nodes/);
  });

  it('refuses what no record could hold once everything is in its place', () => {
    const long = 'x'.repeat(190);
    const nested = {
      nodes: [{ id: long, kind: 'subgraph', graph: 'g' }],
      graphs: {
        g: { inputs: { text: 'y'.repeat(60_000) }, nodes: [{ id: 'an-even-longer-id', prompt: 'z' }] },
      },
    };
    expect(() => run({ ...nested, nodes: [{ ...nested.nodes[0], id: 'short' }] })).not.toThrow();
    expect(() => run(nested)).toThrow('more than 200 characters');
    const twice = {
      nodes: [{ id: 'a', prompt: '{{inputs.text}}{{inputs.text}}' }],
      inputs: { text: 'y'.repeat(60_000) },
    };
    expect(() => run({ nodes: [{ id: 's', kind: 'subgraph', graph: 'g' }], graphs: { g: twice } })).toThrow(
      'the prompt of node "s/a" has more than 100000 characters',
    );
  });

  it('refuses an item of one map where it would mean that of another', () => {
    const value = (inner: object) => ({
      nodes: [
        { id: 'list', output: 'list' },
        { id: 'each', kind: 'map', over: 'list', max_items: 3, graph: 'body' },
      ],
      graphs: {
        body: { nodes: [{ id: 's', kind: 'subgraph', graph: 'part', with: { doc: 'Of {{item}}' } }] },
        part: { inputs: { doc: '' }, nodes: [inner] },
      },
    });
    expect(run(value({ id: 'x', prompt: '{{inputs.doc}}' }))['graphs']).toMatchObject({
      each: { nodes: [{ id: 'each/s/x', prompt: 'Of {{item}}' }] },
    });
    const loop = { id: 'x', kind: 'loop', max: 2, prompt: '{{inputs.doc}} {{previous}}' };
    expect(() => run(value(loop))).not.toThrow();
    const map = { id: 'x', kind: 'map', over: '{{inputs.doc}}', max_items: 2, prompt: '{{inputs.doc}}' };
    expect(() => run(value(map))).toThrow('the input "doc" stands for {{item}} of another map');
    expect(() => run(value({ ...map, prompt: '{{item}}' }))).not.toThrow();
  });

  it('takes a chain of 10,000, half of it disabled', () => {
    const nodes = Array.from({ length: 10_000 }, (_, place) => ({
      id: `${place}`,
      deps: place === 0 ? [] : [`${place - 1}`],
      disabled: place % 2 === 1,
    }));
    expect(runnableGraph(readGraph({ nodes }).graph).nodes.at(-1)).toMatchObject({
      id: '9998',
      deps: ['9996'],
    });
  });
});
