import { describe, expect, it } from 'vitest';
import {
  MAX_TOPIC_LENGTH,
  notBuiltKeys,
  resolvedSpecification,
  sessionSpecification,
  workflowSpecification,
} from '../../../../core/contract/session-specification.ts';

const least = { mode: 'debate', topic: 'Edge', agents: ['Athena', 'Apollo'] };

describe('sessionSpecification', () => {
  it('needs mode, topic and agents, and gives the rest its defaults', () => {
    expect(sessionSpecification.parse(least)).toEqual({
      ...least,
      strategy: 'round_robin',
      convergence: true,
      seed: 0,
    });
    for (const key of ['mode', 'topic', 'agents']) {
      expect(sessionSpecification.safeParse({ ...least, [key]: undefined }).success).toBe(false);
    }
  });

  it('takes the example of the design', () => {
    const example = {
      name: 'resilient_edge',
      mode: 'debate',
      topic: 'Designing a resilient edge network',
      agents: ['Athena@1.0.0', 'Apollo'],
      strategy: 'round_robin',
      max_rounds: 6,
      convergence: { methods: ['lexical', 'stagnation'], threshold: 0.82 },
      model: 'stub/debater',
      max_output_tokens: 800,
      budget: { tokens: 200_000, seconds: 600, usd: 0.5 },
      seed: 7,
      metadata: { project: 'edgeX' },
    };
    expect(sessionSpecification.parse(example)).toEqual(example);
  });

  it('takes true and false for convergence, and fills in a part of its settings', () => {
    expect(sessionSpecification.parse({ ...least, convergence: false }).convergence).toBe(false);
    expect(sessionSpecification.parse({ ...least, convergence: { threshold: 0.5 } }).convergence).toEqual({
      methods: ['lexical', 'stagnation'],
      threshold: 0.5,
    });
  });

  it.each([
    { mode: 'quarrel' },
    { graph: '' },
    { parallel: 0 },
    { on_failure: 'shrug' },
    { inputs: { n: 1 } },
    { delegation: { max_depth: 9 } },
    { topic: '' },
    { topic: 'a\u0000b' },
    { topic: 'x'.repeat(MAX_TOPIC_LENGTH + 1) },
    { agents: [] },
    { agents: Array(65).fill('Athena') },
    { max_rounds: 0 },
    { max_rounds: -3 },
    { max_rounds: 2.5 },
    { max_rounds: 10_001 },
    { convergence: { threshold: 1.1 } },
    { convergence: { methods: [] } },
    { convergence: { methods: ['semantic'] } },
    { vote: { quorum: 2 } },
    { vote: { options: ['only one'] } },
    { budget: { tokens: 0 } },
    { budget: { usd: -1 } },
    { context_tokens: 511 },
    { seed: -1 },
    { seed: 2 ** 53 },
    { metadata: { deep: { er: 1 } } },
    { max_round: 3 },
  ])('refuses %j', (change) => {
    expect(sessionSpecification.safeParse({ ...least, ...change }).success).toBe(false);
  });

  it('does not know the keys that are not built, so that none of them can be ignored', () => {
    for (const key of notBuiltKeys) {
      expect(Object.keys(sessionSpecification.shape)).not.toContain(key);
      expect(sessionSpecification.safeParse({ ...least, [key]: {} }).success).toBe(false);
    }
  });
});

describe('workflowSpecification', () => {
  it('needs neither topic nor agents, and takes a graph in each of its forms', () => {
    for (const graph of [{ nodes: [] }, { stored: 'g', version: 2 }, 'graphs/mine.yaml']) {
      expect(workflowSpecification.parse({ mode: 'workflow', graph })).toMatchObject({
        topic: '',
        agents: [],
        graph,
      });
    }
    expect(workflowSpecification.safeParse({ mode: 'workflow', agents: ['no name!'] }).success).toBe(false);
  });
});

describe('resolvedSpecification', () => {
  it('leaves no name and no default open', () => {
    const shape = Object.keys(resolvedSpecification.shape);
    // What is said of a task graph and its planner is in the graph as it runs.
    const inWorkflow = ['graph', 'inputs', 'parallel', 'on_failure', 'delegation', 'planner'];
    const settled = Object.keys(sessionSpecification.shape).filter((key) => !inWorkflow.includes(key));
    expect(shape.sort()).toEqual([...settled, 'workflow'].sort());
    expect(resolvedSpecification.safeParse(sessionSpecification.parse(least)).success).toBe(false);
  });
});
