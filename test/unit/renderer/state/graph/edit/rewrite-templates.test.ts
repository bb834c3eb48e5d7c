import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTemplate, readGraph } from '../../../../../../core/graph/index.ts';
import {
  inputPlace,
  namesAny,
  outputPlace,
  renameIds,
  type rewriteNode,
  rewriteTemplate,
} from '../../../../../../renderer/state/graph/edit/rewrite-templates.ts';

const nodeOf = (data: Record<string, unknown>) =>
  readGraph({ nodes: [data] }).graph.nodes[0] as never as ReturnType<typeof rewriteNode>;

describe('rewriteTemplate', () => {
  it('writes some places anew and leaves every other letter', () => {
    const text = 'A {{a.output}}, \\{{a.output}} and {{ nodes["a"].output }} {{b.output}} {{broken';
    const rewritten = rewriteTemplate(text, (source) =>
      source.kind === 'output' && source.node === 'a' ? '{{z.output}}' : undefined,
    );
    expect(rewritten).toBe('A {{z.output}}, \\{{a.output}} and {{z.output}} {{b.output}} {{broken');
  });

  it('never changes a text of which nothing is rewritten', () => {
    fc.assert(
      fc.property(fc.string(), (text) => rewriteTemplate(text, () => undefined) === text),
      { verbose: 1 },
    );
  });
});

describe('outputPlace and inputPlace', () => {
  it('are read as what they were made for, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        expect(parseTemplate(outputPlace(name)).parts).toMatchObject([
          { kind: 'value', source: { kind: 'output', node: name } },
        ]);
        expect(parseTemplate(inputPlace(name)).parts).toMatchObject([
          { kind: 'value', source: { kind: 'input', name } },
        ]);
      }),
      { verbose: 1 },
    );
  });
});

describe('renameIds', () => {
  it('follows an id through wires, ways, lists, templates and frames', () => {
    const to = new Map([['a', 'z']]);
    expect(
      renameIds(nodeOf({ id: 'n', prompt: '{{a.output}}', deps: [{ node: 'a', port: 'yes' }] }), to),
    ).toMatchObject({ prompt: '{{z.output}}', deps: ['z'], ports: { z: 'yes' } });
    expect(
      renameIds(nodeOf({ id: 'n', kind: 'map', prompt: '{{item}}', over: 'a', deps: ['a'] }), to),
    ).toMatchObject({
      over: 'z',
      deps: ['z'],
    });
    expect(renameIds(nodeOf({ id: 'n', kind: 'frame', nodes: ['a', 'b'] }), to)).toMatchObject({
      nodes: ['z', 'b'],
    });
    expect(
      renameIds(nodeOf({ id: 'n', kind: 'subgraph', graph: 'g', with: { x: '{{a.output}}' } }), to),
    ).toMatchObject({ with: { x: '{{z.output}}' } });
    const other = nodeOf({ id: 'n', prompt: 'nothing', deps: ['b'] });
    expect(renameIds(other, to)).toBe(other);
  });
});

describe('namesAny', () => {
  it('says whether a template names what is asked for', () => {
    const node = nodeOf({ id: 'n', prompt: '{{inputs.topic}}' });
    expect(namesAny(node, ({ kind }) => kind === 'input')).toBe(true);
    expect(namesAny(node, ({ kind }) => kind === 'output')).toBe(false);
  });
});
