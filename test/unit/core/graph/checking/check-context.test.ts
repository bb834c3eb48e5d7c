import { describe, expect, it } from 'vitest';
import { contextOf, createSuggestions } from '../../../../../core/graph/checking/check-context.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

describe('createSuggestions', () => {
  it('says what was probably meant, and looks no further after twenty times', () => {
    const didYouMean = createSuggestions();
    expect(didYouMean('anaylsis', ['analysis'], 'none')).toBe('Did you mean "analysis"?');
    for (let time = 0; time < 19; time += 1) expect(didYouMean('zzz', ['analysis'], 'none')).toBe('none');
    expect(didYouMean('anaylsis', ['analysis'], 'none')).toBe('none');
  });
});

describe('contextOf', () => {
  it('knows the first node of each id', () => {
    const { graph } = readGraph({
      nodes: [
        { id: 'a', prompt: '1' },
        { id: 'a', prompt: '2' },
      ],
    });
    const context = contextOf(graph, { file: graph, agents: undefined, didYouMean: createSuggestions() });
    expect([...context.ids.values()]).toEqual([graph.nodes[0]]);
    expect(context.topology.order).toEqual(['a']);
  });
});
