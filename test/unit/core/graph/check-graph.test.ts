import { describe, expect, it } from 'vitest';
import { checkGraph } from '../../../../core/graph/check-graph.ts';
import { readGraph } from '../../../../core/graph/reading/read-graph.ts';

const check = (nodes: readonly object[], agents?: readonly string[]) =>
  checkGraph(readGraph({ nodes }).graph, agents && { agents });
const found = (nodes: readonly object[], agents?: readonly string[]) =>
  check(nodes, agents).map(({ code, node }) => [code, node]);

describe('checkGraph', () => {
  it('has nothing to say about a sound graph', () => {
    const nodes = [
      { id: 'a', prompt: 'Think.', agent: 'Athena' },
      { id: 'b', prompt: 'Judge {{a.output}}.', deps: ['a'] },
      { id: 'c', prompt: '{{a.output}} and {{b.output}}', deps: ['b'] },
    ];
    expect(check(nodes, ['Athena', 'Planner'])).toEqual([]);
  });

  it('names all problems at once', () => {
    const nodes = [
      { id: 'a', deps: ['b'] },
      { id: 'b', deps: ['a'] },
      { id: 'c', deps: ['c', 'nowhere'], agent: 'Atena' },
      { id: 'c' },
      { id: 'd', prompt: '{{e.output}} {{d.output}} {{x.output}} {{' },
      { id: 'e' },
    ];
    expect(found(nodes, ['Athena', 'Planner'])).toEqual([
      ['duplicate-id', 'c'],
      ['missing-dependency', 'c'],
      ['unknown-agent', 'c'],
      ['invalid-template', 'd'],
      ['unbound-variable', 'd'],
      ['unbound-variable', 'd'],
      ['unbound-variable', 'd'],
      ['cycle', 'a'],
      ['cycle', 'c'],
      ['isolated-node', 'd'],
      ['isolated-node', 'e'],
    ]);
  });

  it('shows the path of a cycle, shortened where it is long, and the id that was probably meant', () => {
    expect(
      check([
        { id: 'a', deps: ['b'] },
        { id: 'b', deps: ['a'] },
      ])[0]?.message,
    ).toContain('a → b → a');
    const long = Array.from({ length: 50 }, (_, index) => ({
      id: `n${index}`,
      deps: [`n${(index + 1) % 50}`],
    }));
    expect(check(long)[0]?.message).toMatch(/\(39 more\)/);
    const [typo] = check([{ id: 'analysis' }, { id: 'b', deps: ['anaylsis'] }]);
    expect(typo?.remedy).toBe('Did you mean "analysis"?');
  });

  it('does not stop a run for a node that stands alone, nor for one node', () => {
    expect(check([{ id: 'a' }, { id: 'b' }]).every(({ severity }) => severity === 'warning')).toBe(true);
    expect(check([{ id: 'a' }])).toEqual([]);
  });
});
