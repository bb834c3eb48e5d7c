import { describe, expect, it } from 'vitest';
import { found, problemsOf } from './found-problems.ts';

describe('checkTemplates', () => {
  it('finds places that cannot be read, and places that nothing fills', () => {
    const nodes = [
      { id: 'a', prompt: '{{what}} {{b.output}} {{a.output}} {{nowhere.output}} {{' },
      { id: 'b', prompt: '{{inputs.topik}} {{item}} {{previous}}' },
      { id: 'n', kind: 'note', prompt: '{{anything}}' },
      { id: 'c', deps: ['b'], prompt: '{{b.output}} {{n.output}} {{if.output}}' },
      { id: 'if', kind: 'condition', input: '{{late.output}} {{d.output}}', test: { empty: true } },
      { id: 'd' },
      { id: 'late' },
    ];
    const value = { nodes, inputs: { topic: 'x' } };
    expect(found(value)).toEqual([
      ['invalid-template', 'a'],
      ['invalid-template', 'a'],
      ['unbound-variable', 'a'],
      ['unbound-variable', 'a'],
      ['unbound-variable', 'b'],
      ['unbound-variable', 'b'],
      ['unbound-variable', 'b'],
      ['unbound-variable', 'c'],
      ['type-mismatch', 'c'],
      ['unbound-variable', 'a'],
    ]);
    expect(problemsOf(value).find(({ node }) => node === 'b')?.remedy).toBe('Did you mean "topic"?');
  });

  it('says nothing more of nodes of a newer version', () => {
    const nodes = [
      { id: 'new', kind: 'teleport' },
      { id: 'a', deps: ['new'], prompt: '{{new.output}}' },
      { id: 'm', kind: 'map', over: 'new', max_items: 2 },
    ];
    expect(found({ nodes })).toEqual([['unknown-kind', 'new']]);
  });

  it('knows far nodes that must have ended', () => {
    const nodes = [{ id: 'a' }, { id: 'b', deps: ['a'] }, { id: 'c', deps: ['b'], prompt: '{{a.output}}' }];
    expect(found({ nodes })).toEqual([]);
  });

  it('gives item and index to maps, previous and iteration to loops, and to what is in them', () => {
    const nodes = [
      { id: 'm', kind: 'map', over: '{{inputs.l}}', max_items: 2, prompt: '{{item}}{{index}}{{iteration}}' },
      { id: 'l', kind: 'loop', max: 2, prompt: '{{previous}}{{item}}' },
      { id: 'g', kind: 'map', over: '{{inputs.l}}', max_items: 2, graph: 'each' },
      { id: 's', kind: 'subgraph', graph: 'both' },
      { id: 'u', kind: 'loop', max: 2, graph: 'both' },
    ];
    const graphs = {
      each: {
        nodes: [
          { id: 'x', prompt: '{{item}}' },
          { id: 'y', kind: 'loop', graph: 'inner', max: 2 },
        ],
      },
      inner: { nodes: [{ id: 'z', prompt: '{{item}}{{index}}{{previous}}{{iteration}}' }] },
      both: { nodes: [{ id: 'p', prompt: '{{previous}}' }] },
      unused: { nodes: [{ id: 'q', prompt: '{{item}}' }] },
    };
    expect(found({ nodes, graphs, inputs: { l: '1' } })).toEqual([
      ['unbound-variable', 'm'],
      ['unbound-variable', 'l'],
      ['unbound-variable', 'both/p'],
    ]);
  });

  it('finds maps and reduces over what is no list', () => {
    const map = (id: string, over: string) => ({ id, kind: 'map', over, max_items: 2 });
    const nodes = [
      { id: 'text' },
      { id: 'list', output: 'list' },
      { id: 'json', output: 'json' },
      { id: 'off', disabled: true },
      map('a', 'text'),
      map('b', 'list'),
      map('c', '{{json.output}}'),
      { id: 'd', kind: 'reduce', over: '{{text.output}}' },
      { id: 'e', kind: 'reduce', over: 'b' },
      map('f', '{{text.output}}\n{{list.output}}'),
      map('g', 'off'),
      map('h', 'nowhere'),
    ];
    expect(found({ nodes })).toEqual([
      ['missing-dependency', 'h'],
      ['type-mismatch', 'a'],
      ['type-mismatch', 'd'],
    ]);
    expect(problemsOf({ nodes }).find(({ node }) => node === 'a')?.remedy).toBe('Give "text" output: list.');
  });
});
