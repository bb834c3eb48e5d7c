import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { sessionSpecification } from '../../../../core/contract/index.ts';
import {
  checkSpecification,
  readSpecification,
  type SpecificationOptions,
} from '../../../../core/scenario/read-specification.ts';

const agents = ['Athena@1.0.0', 'Apollo@1.0.0', 'Hermes@1.0.0'];
const base = 'mode: debate\ntopic: Edge\nagents: [Athena, Apollo]\n';
const read = (text: string, options: Partial<SpecificationOptions> = {}) =>
  readSpecification(text, { file: 'f.yaml', agents, ...options });
const told = (text: string, options: Partial<SpecificationOptions> = {}): readonly string[] => {
  const result = read(text, options);
  return (result.ok ? result.warnings : result.problems).map(
    ({ code, where, message }) =>
      `${where.line ?? '-'}:${where.column ?? '-'} ${code.replace('input/', '')} ${message}`,
  );
};

describe('readSpecification', () => {
  it('reads the example of the design', () => {
    const text = `name: resilient_edge
mode: debate                 # required, with topic and agents
topic: Designing a resilient edge network
agents: [Athena@1.0.0, Apollo]     # without a version: the newest
strategy: round_robin
max_rounds: 6
convergence: { methods: [lexical, stagnation], threshold: 0.82 }
model: stub/debater
max_output_tokens: 800
budget: { tokens: 200000, seconds: 600 }
seed: 7
metadata: { project: edgeX }
`;
    expect(read(text)).toEqual({
      ok: true,
      value: {
        name: 'resilient_edge',
        mode: 'debate',
        topic: 'Designing a resilient edge network',
        agents: ['Athena@1.0.0', 'Apollo'],
        strategy: 'round_robin',
        max_rounds: 6,
        convergence: { methods: ['lexical', 'stagnation'], threshold: 0.82 },
        model: 'stub/debater',
        max_output_tokens: 800,
        budget: { tokens: 200_000, seconds: 600 },
        seed: 7,
        metadata: { project: 'edgeX' },
      },
      warnings: [],
    });
  });

  it('says everything that is wrong at once, each at its place', () => {
    const text = `moed: debate
mode: debat
topic: 2024
agents: [Athena, Athna, "no name!", Athena@2.0.0]
max_rounds: -3
convergence: { treshold: 2, methods: [semantic] }
budget: { usd: "1" }
policies: [keywords]
name: ""
`;
    expect(told(text)).toEqual([
      '1:1 invalid Unknown key "moed". Did you mean mode?',
      '2:7 invalid mode must be one of single, debate, brainstorm, consensus, delegation, workflow; it is "debat". Did you mean debate?',
      '3:8 invalid topic must be text of 1 to 20000 characters; it is 2024. Write it in quotes to make it text.',
      '4:18 unknown-agent agents[1]: There is no agent "Athna". Did you mean Athena?',
      '4:25 invalid agents[2] must be an agent name, with or without a version: Athena or Athena@1.0.0; it is "no name!".',
      '4:37 invalid agents[3] names Athena again, as agents[0] does, and an agent sits in a session once. Remove it, or save a copy of Athena under another name and use that.',
      '4:37 unknown-agent agents[3]: Athena has no version 2.0.0. Did you mean Athena@1.0.0?',
      '5:13 invalid max_rounds must be a whole number from 1 to 10000; it is -3.',
      '6:16 invalid Unknown key "treshold" in convergence. Did you mean threshold?',
      '6:39 not-built convergence.methods[0]: semantic is not built yet; use lexical, vote, stagnation.',
      '7:16 invalid budget.usd must be a number greater than 0; it is "1". Write it without quotes.',
      '8:1 not-built policies is not built yet, so the specification cannot use it; remove the key.',
      '9:1 invalid name must not be empty.',
    ]);
  });

  it.each<[string, string, string]>([
    ['nothing', '', '1:1 invalid f.yaml is empty; a specification needs at least mode, topic and agents.'],
    [
      'a list',
      '- a\n- b',
      '1:1 invalid The specification must be a mapping of keys, each with its value; it is a list of 2.',
    ],
    [
      'a debate of one',
      base.replace(', Apollo', ''),
      '3:9 invalid A debate needs at least two agents, and agents names one. Add another, or use mode: single.',
    ],
    [
      'a workflow without a graph',
      base.replace('debate', 'workflow'),
      '1:1 invalid graph is missing; mode: workflow runs a task graph. Write it here, or name its file, like graph: my-graph.yaml.',
    ],
    [
      'a long topic',
      base.replace('Edge', 'x'.repeat(20_001)),
      '2:8 too-large topic must be text of 1 to 20000 characters; it has 20001 characters.',
    ],
    [
      'a huge topic',
      base.replace('Edge', 'x'.repeat(10_000_000)),
      '-:- too-large The text has 10000046 characters; at most 262144 are read.',
    ],
    [
      'a seed past counting',
      `${base}seed: 9007199254740993`,
      '4:7 invalid seed must be at most 9007199254740991.',
    ],
    ['a NUL byte in an escape', `${base}name: "a\\0"`, '4:7 invalid name must not contain NUL bytes.'],
    [
      'an endless number',
      `${base}metadata: { a: .inf }`,
      '4:16 invalid metadata.a must be text, a number, true, false or empty; it is Infinity.',
    ],
  ])('refuses %s', (_name, text, problem) => {
    expect(told(text)).toEqual([problem]);
  });

  it('keeps the data for a form beside the text, where there is any', () => {
    expect(read(`${base}foo: 1`)).toMatchObject({ ok: false, value: { topic: 'Edge', foo: 1 } });
    expect(read('a: [')).not.toHaveProperty('value');
  });

  it('warns of what will have no effect', () => {
    expect(told(`${base}moderator: Hermes`)).toEqual([
      '4:1 unused moderator has no effect: only strategy: moderated has a moderator.',
    ]);
  });

  it('lets whoever knows the models speak about a name, well formed or not', () => {
    const models = (model: string) =>
      model === 'stub/debater'
        ? null
        : { code: 'input/unknown-model', message: `No ${model}.`, where: {}, nearest: 'stub/debater' };
    expect(told(`${base}model: stub/debater`, { models })).toEqual([]);
    expect(told(`${base}model: gpt-4o`, { models })).toEqual([
      '4:8 unknown-model model: No gpt-4o. Did you mean stub/debater?',
    ]);
    expect(told(`${base}model: gpt-4o`)).toEqual([
      '4:8 invalid model must be provider/model, like stub/debater; it is "gpt-4o".',
    ]);
  });

  it("sets paths over the text, and tells problems with them as the command line's", () => {
    const set = [
      { path: 'budget.tokens', value: '1000' },
      { path: 'agents[2]', value: 'Hermes' },
    ];
    expect(read(base, { set })).toMatchObject({
      ok: true,
      value: { budget: { tokens: 1000 }, agents: ['Athena', 'Apollo', 'Hermes'] },
    });
    const wrong = read(`${base}max_rounds: 0`, {
      set: [
        { path: 'max_round', value: '3' },
        { path: 'seed', value: 'x' },
      ],
    });
    expect(wrong).toMatchObject({
      ok: false,
      problems: [
        { where: { file: 'f.yaml', line: 4, path: 'max_rounds' } },
        { where: { file: '--set', path: 'seed' } },
        { where: { file: '--set', path: 'max_round' }, nearest: 'max_rounds' },
      ],
    });
    expect(read(base, { set: [{ path: 'a..b', value: '1' }] })).toMatchObject({
      ok: false,
      problems: [{ where: { file: '--set' } }],
    });
  });

  const specification = fc.record(
    {
      mode: fc.constantFrom('debate', 'brainstorm', 'consensus'),
      topic: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
      agents: fc.constantFrom(['Athena', 'Apollo'], ['Hermes', 'Athena@1.0.0', 'Apollo']),
      max_rounds: fc.integer({ min: 1, max: 10_000 }),
      convergence: fc.oneof(fc.boolean(), fc.constant({ methods: ['lexical'], threshold: 0.5 })),
      seed: fc.maxSafeNat(),
      metadata: fc.dictionary(
        fc.stringMatching(/^[a-z ]{1,8}$/),
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: ['mode', 'topic', 'agents'], noNullPrototype: true },
  );

  it('reads what the schema reads, from YAML and from JSON alike', () => {
    fc.assert(
      fc.property(specification, (value) => {
        const expected = sessionSpecification.parse(value);
        expect(read(stringify(value))).toMatchObject({ ok: true, value: expected });
        expect(read(JSON.stringify(value))).toMatchObject({ ok: true, value: expected });
      }),
      { verbose: true },
    );
  });

  it('refuses one wrong member with one problem at that member, and never shows much of it', () => {
    const wrong = fc.constantFrom<[string, unknown]>(
      ['max_rounds', -1],
      ['seed', 'x'.repeat(9_000)],
      ['strategy', 'y'.repeat(500)],
      ['budget', [1]],
      ['vote', 'no'],
      ['name', 7],
      ['convergence', 'z'],
    );
    fc.assert(
      fc.property(specification, wrong, (value, [key, bad]) => {
        const result = read(stringify({ ...value, [key]: bad }));
        expect(result.ok).toBe(false);
        if (result.ok) return;
        expect(result.problems.map(({ where }) => where.path)).toEqual([key]);
        expect(result.problems[0]?.message.length).toBeLessThan(250);
      }),
      { verbose: true },
    );
  });
});

describe('checkSpecification', () => {
  it('checks data in the same way, with paths only', () => {
    expect(checkSpecification({ mode: 'debate', topic: 'x', agents: ['Athena', 'Apollo'] })).toMatchObject({
      ok: true,
    });
    expect(checkSpecification({ mode: 'debate', topic: 'x', agents: ['Athena'], foo: 1 })).toMatchObject({
      ok: false,
      problems: [{ where: { path: 'foo' } }, { where: { path: 'agents' } }],
    });
    expect(checkSpecification(null)).toMatchObject({ ok: false, problems: [{ where: {} }] });
  });

  it('lets a workflow take topic and agents from its graph, and no other mode', () => {
    const graph = { nodes: [{ id: 'a' }] };
    expect(checkSpecification({ mode: 'workflow', graph })).toMatchObject({
      ok: true,
      value: { topic: '', agents: [], graph },
      warnings: [],
    });
    const read = checkSpecification({ mode: 'delegation', topic: 'x' });
    expect(read).toMatchObject({ ok: false, problems: [{ where: { path: 'agents' } }] });
    expect(checkSpecification({ mode: 'workflow' })).toMatchObject({
      ok: false,
      problems: [{ where: { path: 'graph' } }],
    });
  });

  it('sends whoever runs a graph as a specification the right way', () => {
    const read = readSpecification('nodes:\n  - id: a\n', { file: 'graph.yaml' });
    expect(read).toMatchObject({ ok: false, problems: [{ where: { file: 'graph.yaml', line: 1 } }] });
    expect(read.ok ? '' : read.problems[0]?.message).toContain('agentnet graph run');
  });
});
