import { describe, expect, it } from 'vitest';
import { mergeEdges, rewriteOver, rewriteText } from '../../../../../core/graph/running/places.ts';

const rewriting = {
  places: new Map([
    ['a', { kind: 'kept' as const, id: 's/a' }],
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
