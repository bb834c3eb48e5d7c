import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphAsData, readGraph } from '../../../../../../core/graph/index.ts';
import {
  changeNode,
  connect,
  moveNodes,
  removeNodes,
} from '../../../../../../renderer/state/graph/edit/change-nodes.ts';
import { graphAsText, readSource } from '../../../../../../renderer/state/graph/text/graph-source.ts';

const YAML = `# What this is for.
name: Review
nodes:
  # The plan.
  - id: plan # first of all
    kind: task # goes without saying
    prompt: |
      Plan it.
      In steps.
  - id: check
    deps: [plan] # needs the plan
    position: { x: 10, y: 20 }
future: { key: 1 }
`;

const open = (text: string) => {
  const read = readSource(text);
  if (!read.ok) throw new Error(read.fault.message);
  return read;
};

describe('readSource', () => {
  it('gives a text back to the letter while nothing changes', () => {
    const { graph, source } = open(YAML);
    expect(source.write(graph)).toBe(YAML);
    expect(source.format).toBe('yaml');
  });

  it('writes an edit into the text and touches nothing else', () => {
    const { graph, source } = open(YAML);
    const edited = changeNode(graph, 'check', (node) => ({ ...node, title: 'Check it' }));
    expect(source.write(edited)).toBe(
      YAML.replace('{ x: 10, y: 20 }', '{ x: 10, y: 20 }\n    title: Check it'),
    );
    expect(source.write(moveNodes(graph, new Map([['check', { x: 11, y: 20 }]])))).toBe(
      YAML.replace('x: 10', 'x: 11'),
    );
    expect(source.write(graph)).toBe(YAML);
  });

  it('keeps the indentation of JSON and the keys it does not know', () => {
    const text =
      '{\n    "nodes": [\n        {\n            "id": "a",\n            "mine": 1\n        }\n    ]\n}\n';
    const { graph, source } = open(text);
    expect(source.format).toBe('json');
    const written = source.write(changeNode(graph, 'a', (node) => ({ ...node, title: 'A' })));
    expect(written).toBe(text.replace('"mine": 1', '"mine": 1,\n            "title": "A"'));
  });

  it('says where a text cannot be read, and never throws', () => {
    expect(readSource('nodes:\n  - id: [a\n')).toMatchObject({
      ok: false,
      fault: { line: expect.any(Number) },
    });
    expect(readSource('nodes: [ {id: a,\n  : ::\n')).toMatchObject({
      ok: false,
      fault: { message: expect.stringMatching(/^[^\n]*[a-z]\.$/) },
    });
    expect(readSource('just words')).toMatchObject({ ok: false });
    expect(readSource('a: &a [*a]')).toBeDefined();
    const bomb = `a: &a [x, x]\n${'bcdefghijklmnopqrstuvwxyz'
      .split('')
      .map((key, index) => `${key}: &${key} [${`*${'abcdefghijklmnopqrstuvwxyz'[index]}, `.repeat(9)}x]`)
      .join('\n')}\n`;
    expect(readSource(bomb).ok).toBe(false);
    fc.assert(
      fc.property(fc.string(), (text) => typeof readSource(text).ok === 'boolean'),
      { verbose: 1 },
    );
  });

  it('says after any edits the graph that was edited', () => {
    const edit = fc.oneof(
      fc.record({ do: fc.constant('title'), id: fc.constantFrom('a', 'b', 'c'), word: fc.string() }),
      fc.record({ do: fc.constant('wire'), id: fc.constantFrom('a', 'b'), word: fc.constantFrom('b', 'c') }),
      fc.record({ do: fc.constant('remove'), id: fc.constantFrom('a', 'b', 'c'), word: fc.constant('') }),
      fc.record({ do: fc.constant('move'), id: fc.constantFrom('a', 'b', 'c'), word: fc.constant('') }),
    );
    const text =
      '# kept\nnodes:\n  - id: a\n  - id: b\n    deps: [a]\n  - id: c\n    deps: [{ node: b, port: "yes" }]\n';
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.boolean(), (edits, json) => {
        const { source, graph: first } = open(json ? graphAsText(open(text).graph, 'json') : text);
        let graph = first;
        for (const one of edits) {
          if (one.do === 'title') {
            graph = changeNode(graph, one.id, (node) => ({ ...node, title: one.word || null }));
          } else if (one.do === 'wire') graph = connect(graph, one.id, one.word, null);
          else if (one.do === 'remove') graph = removeNodes(graph, new Set([one.id]));
          else graph = moveNodes(graph, new Map([[one.id, { x: edits.length, y: 1 }]]));
          expect(graphAsData(open(source.write(graph)).graph)).toEqual(
            graphAsData(readGraph(graphAsData(graph)).graph),
          );
        }
        if (!json) expect(source.write(graph)).toContain('# kept');
      }),
      { verbose: 1 },
    );
  });
});

describe('graphAsText', () => {
  it('is read as the same graph in both notations', () => {
    const { graph } = open(YAML);
    for (const format of ['yaml', 'json'] as const) {
      expect(graphAsData(open(graphAsText(graph, format)).graph)).toEqual(graphAsData(graph));
    }
  });
});
