import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph } from '../../../../../core/graph/index.ts';
import { planAsData } from '../../../../../core/graph/plan/plan-as-data.ts';
import { type PlanBounds, readPlan } from '../../../../../core/graph/plan/read-plan.ts';

const bounds: PlanBounds = {
  team: [
    { name: 'Athena', description: 'Argues step by step from premises.' },
    { name: 'Critic', description: 'Reviewer. Finds the weakest point of a case.' },
  ],
  maxNodes: 6,
  mayDelegate: false,
  finished: [],
};
const delegation = { agents: ['Athena'], planner: 'Planner', reviewer: 'Critic', rounds: 2 };
const read = (nodes: unknown, changes: Partial<PlanBounds> = {}) =>
  readPlan(JSON.stringify({ nodes }), { ...bounds, ...changes });
const codes = (reading: ReturnType<typeof readPlan>) =>
  reading.problems.map(({ code, severity }) => `${severity} ${code}`);

describe('readPlan', () => {
  it('takes a good plan as it is', () => {
    const reading = readPlan(
      '```json\n{"name": "Move", "nodes": [{"id": "scope", "title": "Scope", "prompt": "Say what.", "agent": "Athena"}, {"id": "check", "prompt": "Check {{scope.output}}", "agent": "critic", "deps": ["scope"], "output": "list"}]}\n```',
      bounds,
    );
    expect(reading).toEqual({
      name: 'Move',
      ok: true,
      problems: [],
      nodes: [
        {
          id: 'scope',
          kind: 'task',
          title: 'Scope',
          prompt: 'Say what.',
          agent: 'Athena',
          deps: [],
          output: 'text',
        },
        {
          id: 'check',
          kind: 'task',
          title: null,
          prompt: 'Check {{nodes["scope"].output}}',
          agent: 'Critic',
          deps: ['scope'],
          output: 'list',
        },
      ],
    });
  });

  it.each([
    ['an agent that does not exist', [{ id: 'a', prompt: 'Review it', agent: 'Zorro' }], 'unknown-agent'],
    ['a task without an agent', [{ id: 'a', prompt: 'Review it' }], 'unknown-agent'],
    ['an id used twice', ['a', 'a'].map((id) => ({ id, prompt: 'x', agent: 'Athena' })), 'duplicate-id'],
    [
      'a dependency on nothing',
      [{ id: 'a', prompt: 'x', agent: 'Athena', deps: ['b'] }],
      'missing-dependency',
    ],
    [
      'a task that waits for itself',
      [{ id: 'a', prompt: 'x', agent: 'Athena', deps: ['a'] }],
      'missing-dependency',
    ],
    [
      'a kind that a plan may not hold',
      [{ id: 'a', prompt: 'x', agent: 'Athena', kind: 'tool' }],
      'unknown-kind',
    ],
    [
      'a place in braces that is no task',
      [{ id: 'a', prompt: '{{b.output}}', agent: 'Athena' }],
      'unbound-variable',
    ],
  ])('mends %s and says so', (_, nodes, code) => {
    const reading = read(nodes);
    expect(reading.ok).toBe(true);
    expect(codes(reading)).toEqual([`warning ${code}`]);
    expect(reading.nodes).toHaveLength(nodes.length);
  });

  it('makes a task wait for what its prompt names', () => {
    const reading = read([
      { id: 'a', prompt: 'x', agent: 'Athena' },
      { id: 'b', prompt: 'Judge {{ a }}', agent: 'Critic' },
    ]);
    expect(reading.nodes[1]).toMatchObject({ deps: ['a'], prompt: 'Judge {{nodes["a"].output}}' });
    expect(codes(reading)).toEqual(['warning unbound-variable']);
  });

  it('gives a task of nobody to the one whose description fits', () => {
    expect(read([{ id: 'a', prompt: 'Find the weakest points', agent: 'QA lead' }]).nodes[0]?.agent).toBe(
      'Critic',
    );
  });

  it.each([
    ['prose', 'I would rather not.', 'invalid-graph'],
    ['nothing', ' ', 'invalid-graph'],
    ['an empty list', '{"nodes": []}', 'invalid-graph'],
    ['tasks without words', '{"nodes": [{"id": "a", "prompt": ""}]}', 'invalid-graph'],
    ['too many tasks', JSON.stringify({ nodes: Array.from({ length: 7 }, () => 'Do it') }), 'too-large'],
    [
      'a cycle',
      JSON.stringify({
        nodes: ['a', 'b'].map((id) => ({ id, prompt: 'x', agent: 'Athena', deps: ['a', 'b'] })),
      }),
      'cycle',
    ],
    ['a lost task', '{"nodes": [{"id": "a", "prompt": "x", "agent": "Athena"}, {"id": "b', 'cut-off'],
    [
      'an endless prompt',
      JSON.stringify({ nodes: [{ id: 'a', prompt: 'x'.repeat(30_000) }] }),
      'invalid-node',
    ],
  ])('refuses %s', (_, text, code) => {
    const reading = readPlan(text, bounds);
    expect(reading.ok).toBe(false);
    expect(codes(reading)).toContain(`error ${code}`);
  });

  it('keeps what came before the cut, and closes what only lacks brackets', () => {
    const text = JSON.stringify({ nodes: ['a', 'b'].map((id) => ({ id, prompt: 'x', agent: 'Athena' })) });
    expect(readPlan(text.slice(0, -2), bounds)).toMatchObject({ ok: true, problems: [{ code: 'cut-off' }] });
    expect(readPlan(text.slice(0, -10), bounds).nodes.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('may build on results that are there already, without taking their ids', () => {
    const reading = read(
      [{ id: 'scope', prompt: 'Again, after {{scope}}', agent: 'Athena', deps: ['Check'] }],
      {
        finished: ['scope', 'check'],
      },
    );
    expect(reading.nodes[0]).toMatchObject({ id: 'scope-2', deps: ['check'] });
  });

  it('delegates again only where that is allowed', () => {
    const nodes = [{ id: 'a', kind: 'delegate', prompt: 'Look into it' }];
    expect(read(nodes, { mayDelegate: true }).nodes[0]).toMatchObject({ kind: 'delegate', agent: null });
    expect(read(nodes).nodes[0]).toMatchObject({ kind: 'task', agent: 'Athena' });
  });

  it('does not say the same a thousand times', () => {
    const deps = Array.from({ length: 300 }, (_, index) => `none ${index}`);
    expect(read([{ id: 'a', prompt: 'x', agent: 'Athena', deps }]).problems).toHaveLength(50);
  });

  it('writes graphs that pass their checks, whatever it was given', () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'c',
      'A b',
      'a/b',
      '../x',
      'constructor',
      '__proto__',
      '',
      '\u0000',
      '\ud800',
    );
    const node = fc.record(
      {
        id: fc.oneof(name, fc.nat(3)),
        title: name,
        prompt: fc.oneof(
          name,
          fc.constantFrom('{{a.output}}', '{{', '{{nodes["c"].output}}', '\\{{b}}', '}} {{inputs.x}}'),
        ),
        agent: fc.oneof(name, fc.constantFrom('Athena', 'Critc')),
        deps: fc.oneof(fc.array(name), name, fc.nat(3), fc.constant(null)),
        kind: fc.constantFrom('task', 'delegate', 'note', 'constructor'),
        output: fc.constantFrom('text', 'list', 'json', 'branch'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(node, { maxLength: 8 }), fc.boolean(), (nodes, mayDelegate) => {
        const reading = read(nodes, { mayDelegate });
        if (!reading.ok) return;
        expect(reading.nodes.length).toBeLessThanOrEqual(bounds.maxNodes);
        const { graph, problems } = readGraph(planAsData(reading, delegation));
        const checked = checkGraph(graph, { agents: ['Athena', 'Critic', 'Planner'] });
        expect([...problems, ...checked].filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, and takes hostile texts in linear time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readPlan(text, bounds)));
    const pieces = fc.array(
      fc.constantFrom(
        '{"nodes":',
        '[',
        ']',
        '{',
        '}',
        '"',
        '\\',
        ',',
        '//',
        '/*',
        '"id":"a"',
        '```json\n',
        ' ',
        '\n',
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => void readPlan(parts.join(''), bounds)),
      { numRuns: 1_000 },
    );
    for (const piece of [
      '{',
      '[',
      '{"a":',
      '[{"a":[',
      '"',
      '\\',
      '/*',
      '{"nodes":[{"deps":["',
      '{{',
      ' \n',
    ]) {
      expect(readPlan(piece.repeat(1_000_000 / piece.length), bounds).ok).toBe(false);
    }
  });
});
