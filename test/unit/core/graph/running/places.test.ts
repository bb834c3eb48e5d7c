import { describe, expect, it } from 'vitest';
import { ENDED_PORT } from '../../../../../core/graph/port-of.ts';
import { edgesTo, mergeEdges, rewriteOver, rewriteText } from '../../../../../core/graph/running/places.ts';

const rewriting = {
  places: new Map([
    ['a', { kind: 'kept' as const, id: 's/a', others: ['s/side'] }],
    ['gone', { kind: 'gone' as const, edges: [], outputs: ['x', 'y'] }],
  ]),
  bind: (name: string) => [{ kind: 'text' as const, text: `${name} {{` }],
};

describe('mergeEdges', () => {
  it('names each node once; a way goes before none, and two ways are either', () => {
    const edges = [
      { node: 'a', port: undefined },
      { node: 'a', port: 'yes' },
      { node: 'b', port: 'yes' },
      { node: 'b', port: 'no' },
      { node: 'b', port: 'yes' },
    ];
    expect(mergeEdges(edges)).toEqual([
      { node: 'a', port: 'yes' },
      { node: 'b', port: undefined },
    ]);
  });
});

describe('edgesTo', () => {
  it('goes to what a node gives, and to the ends of what else is in it', () => {
    expect(edgesTo(rewriting.places.get('a'), 'yes')).toEqual([
      { node: 's/a', port: 'yes' },
      { node: 's/side', port: ENDED_PORT },
    ]);
    expect(edgesTo(undefined, undefined)).toEqual([]);
  });

  it('asks for an end only where nothing more is asked for', () => {
    const [to, end] = [undefined, ENDED_PORT];
    for (const ports of [
      [to, end],
      [end, to],
      [end, to, end],
    ]) {
      expect(mergeEdges(ports.map((port) => ({ node: 'a', port })))).toEqual([{ node: 'a', port: to }]);
    }
    expect(mergeEdges([end, 'yes', end].map((port) => ({ node: 'a', port })))).toEqual([
      { node: 'a', port: 'yes' },
    ]);
    expect(mergeEdges([{ node: 'a', port: end }])).toEqual([{ node: 'a', port: end }]);
  });
});

describe('rewriteText, rewriteOver', () => {
  it('puts ids, outputs of what is gone, and inputs in their places', () => {
    expect(rewriteText('{{a.output}} {{gone.output}} {{none.output}}{{inputs.i}} {{item}}', rewriting)).toBe(
      '{{nodes["s/a"].output}} {{x.output}}\n\n{{y.output}} i \\{{ {{item}}',
    );
    expect(rewriteOver('a', rewriting)).toBe('s/a');
    expect(rewriteOver('gone', rewriting)).toBe('{{x.output}}\n\n{{y.output}}');
    expect(rewriteOver('{{a.output}}', rewriting)).toBe('{{nodes["s/a"].output}}');
  });
});
