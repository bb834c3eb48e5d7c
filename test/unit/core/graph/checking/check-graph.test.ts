import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkGraph } from '../../../../../core/graph/checking/check-graph.ts';
import { readGraph } from '../../../../../core/graph/reading/read-graph.ts';

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

describe('checkGraph of large and real graphs', () => {
  const dags = join(import.meta.dirname, '../../../../../../shared/fixtures/dags');
  const files = existsSync(dags) ? readdirSync(dags).filter((file) => file.endsWith('.json')) : [];
  it.runIf(files.length > 0).each(files)('judges %s as expected', (file) => {
    const value = JSON.parse(readFileSync(join(dags, file), 'utf8'));
    const { graph, problems } = readGraph(value);
    const errors = [...problems, ...checkGraph(graph, { agents: ['Planner'] })].filter(
      ({ severity }) => severity === 'error',
    );
    if (value.expect === undefined) expect(errors).toEqual([]);
    else expect(errors).toMatchObject([{ code: value.expect }]);
    // Any cycle through the dependency that was added will do.
    const named = value.cycle
      ? [value.cycle[0], value.cycle.at(-1)]
      : [value.duplicate ?? value.missing ?? ''];
    for (const id of named) expect(errors[0]?.message ?? '').toContain(id);
  });

  it.each([
    ['a chain of 10,000 that names the first in every prompt', 10_000],
    ['a chain of 100,000', 100_000],
  ])('takes %s', (_, length) => {
    const nodes = Array.from({ length }, (_, at) => ({
      id: `n${at}`,
      ...(at > 0 && { deps: [`n${at - 1}`], prompt: '{{n0.output}}' }),
    }));
    expect(check(nodes)).toEqual([]);
  });

  it('takes a cycle of 10,000, and 10,000 wrong names', () => {
    const nodes = Array.from({ length: 10_000 }, (_, at) => ({
      id: `n${at}`,
      deps: [`n${(at + 1) % 10_000}`],
    }));
    expect(found(nodes)).toEqual([['cycle', 'n0']]);
    const wrong = nodes.map(({ id }) => ({ id, deps: [`x${id}`] }));
    expect(check(wrong)).toHaveLength(10_000);
  });
});
