import { describe, expect, it } from 'vitest';
import { nodeAsData } from '../../../../../core/graph/reading/graph-as-data.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { bodyOf } from '../../../../../core/graph/running/body-of.ts';
import { runnableGraph } from '../../../../../core/graph/running/runnable-graph.ts';

const runnable = runnableGraph(
  readGraph({
    nodes: [
      { id: 'list', output: 'list' },
      { id: 'each', kind: 'map', over: 'list', max_items: 3, graph: 'one' },
      { id: 'each2', prompt: '{{each.output}}', deps: ['each'] },
    ],
    graphs: {
      one: {
        nodes: [
          { id: 'check', kind: 'condition', input: '{{item}}', test: { empty: true } },
          { id: 'parts', output: 'list', deps: [{ node: 'check', port: 'no' }] },
          { id: 'inner', kind: 'map', over: 'parts', max_items: 3, graph: 'two', deps: ['check'] },
          { id: 'sum', kind: 'reduce', over: '{{inner.output}}', prompt: '{{parts.output}} {{item}}' },
        ],
      },
      two: {
        nodes: [
          { id: 'do', prompt: '{{item}}' },
          { id: 'end', deps: ['do'], prompt: '{{do.output}}' },
        ],
      },
    },
  }).graph,
);

describe('bodyOf', () => {
  it('gives the nodes of a body under the ids of one instance, and of a body in it', () => {
    const body = bodyOf(runnable, 'each', 'each[2]');
    expect(body?.nodes.map(nodeAsData)).toEqual([
      { id: 'each[2]/check', kind: 'condition', input: '{{item}}', test: { empty: true } },
      {
        id: 'each[2]/parts',
        deps: [{ node: 'each[2]/check', port: 'no' }],
        output: 'list',
        prompt: 'parts',
      },
      {
        id: 'each[2]/inner',
        kind: 'map',
        deps: ['each[2]/check', 'each[2]/parts'],
        over: 'each[2]/parts',
        max_items: 3,
        graph: 'each/inner',
        prompt: 'inner',
      },
      {
        id: 'each[2]/sum',
        kind: 'reduce',
        deps: ['each[2]/inner'],
        over: '{{nodes["each[2]/inner"].output}}',
        prompt: '{{nodes["each[2]/parts"].output}} {{item}}',
      },
    ]);
    expect(body?.output).toBe('each[2]/sum');
    const inner = bodyOf(runnable, 'each/inner', 'each[2]/inner[0]', body?.renames);
    expect(inner?.nodes.map(({ id, deps }) => [id, deps])).toEqual([
      ['each[2]/inner[0]/do', []],
      ['each[2]/inner[0]/end', ['each[2]/inner[0]/do']],
    ]);
    expect(inner?.renames.get('each/parts')).toBe('each[2]/parts');
    expect(bodyOf(runnable, 'nowhere', 'x')).toBeUndefined();
  });
});
