import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import { resolveInputs } from '../../../../../core/graph/running/resolve-inputs.ts';

const { graph } = readGraph({ inputs: { topic: '', tone: 'kind' }, nodes: [{ id: 'a' }] });

describe('resolveInputs', () => {
  it('puts what is given over the defaults, an empty text too', () => {
    expect(resolveInputs(graph, { topic: '' })).toEqual({ topic: '', tone: 'kind' });
    expect(resolveInputs(graph, { topic: 'bees', tone: 'dry' })).toEqual({ topic: 'bees', tone: 'dry' });
  });

  it('refuses what no input takes, and an input without a value', () => {
    expect(() => resolveInputs(graph, { topik: 'x' })).toThrow('The graph has no input "topik".');
    expect(() => resolveInputs(graph, { topic: 'x', constructor: 'x' })).toThrow('no input "constructor"');
    expect(() => resolveInputs(graph, {})).toThrow('The input "topic" needs a value.');
  });
});
