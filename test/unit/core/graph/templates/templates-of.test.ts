import { describe, expect, it } from 'vitest';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';
import {
  isOverTemplate,
  templatesOf,
  withTemplates,
} from '../../../../../core/graph/templates/templates-of.ts';

const { graph } = readGraph({
  nodes: [
    { id: 'task', prompt: 'p' },
    { id: 'map', kind: 'map', over: '{{o.output}}', prompt: 'p' },
    { id: 'plain', kind: 'map', over: 'o', graph: 'g', prompt: 'unused' },
    { id: 'reduce', kind: 'reduce', over: 'o', prompt: 'p' },
    { id: 'loop', kind: 'loop', graph: 'g', prompt: 'unused' },
    { id: 'if', kind: 'condition', input: 'i' },
    { id: 'sub', kind: 'subgraph', graph: 'g', with: { a: 'x', b: 'y' } },
    { id: 'note', kind: 'note', prompt: '{{no}}' },
    { id: 'tool', kind: 'tool' },
  ],
});
const texts = () =>
  graph.nodes.map((node) => templatesOf(node).map(({ field, name, text }) => [field, name, text]));

describe('templatesOf', () => {
  it('gives every template of every kind', () => {
    expect(texts()).toEqual([
      [['prompt', null, 'p']],
      [
        ['over', null, '{{o.output}}'],
        ['prompt', null, 'p'],
      ],
      [],
      [['prompt', null, 'p']],
      [],
      [['input', null, 'i']],
      [
        ['with', 'a', 'x'],
        ['with', 'b', 'y'],
      ],
      [],
      [],
    ]);
    expect([isOverTemplate('{{a.output}}'), isOverTemplate('a')]).toEqual([true, false]);
  });
});

describe('withTemplates', () => {
  it('rewrites each of them, and leaves a node alone in which nothing changes', () => {
    for (const node of graph.nodes) {
      expect(withTemplates(node, (text) => text)).toBe(node);
      const louder = withTemplates(node, (text) => `${text}!`);
      expect(templatesOf(louder)).toEqual(templatesOf(node).map((one) => ({ ...one, text: `${one.text}!` })));
      expect({ ...louder, ...node }).toEqual(node);
    }
  });
});
