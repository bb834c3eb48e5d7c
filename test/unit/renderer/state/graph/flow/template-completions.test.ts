import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../../core/graph/index.ts';
import { templateCompletions } from '../../../../../../renderer/state/graph/flow/template-completions.ts';

const { graph } = readGraph({
  inputs: { topic: '' },
  nodes: [
    { id: 'other' },
    { id: 'a b' },
    { id: 'each', kind: 'map', over: 'a b', prompt: '{{item}}', deps: ['a b'] },
    { id: 'later', deps: ['each'] },
    { id: 'note', kind: 'note' },
  ],
});
const labels = (id: string, text: string, place = text.length) =>
  templateCompletions(graph, id, text, place)?.options.map(({ label }) => label);

describe('templateCompletions', () => {
  it('offers words of the body, then what runs before, then what would be connected, then inputs', () => {
    expect(labels('each', 'Do {{')).toEqual([
      '{{item}}',
      '{{index}}',
      '{{nodes["a b"].output}}',
      '{{other.output}}',
      '{{inputs.topic}}',
    ]);
    expect(templateCompletions(graph, 'each', 'Do {{ite', 8)?.from).toBe(3);
  });

  it('offers nothing outside of braces, behind closed ones, or for nobody', () => {
    expect(labels('each', 'Do {')).toBeUndefined();
    expect(labels('each', '{{item}} and')).toBeUndefined();
    expect(labels('nobody', '{{')).toBeUndefined();
  });
});
