import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  resolvedSpecification,
  sessionSpecification,
  workflowSpecification,
} from '../../../../core/contract/index.ts';
import { resolveSpecification } from '../../../../core/scenario/resolve-specification.ts';
import { workflowOf } from '../../../support/workflow-run.ts';

const resolveAgent = (reference: string) => (reference.includes('@') ? reference : `${reference}@1.2.3`);
const resolve = (change: object) =>
  resolveSpecification(
    sessionSpecification.parse({
      mode: 'debate',
      topic: 'Edge',
      agents: ['Athena', 'Apollo@1.0.0'],
      ...change,
    }),
    { resolveAgent },
  );

describe('resolveSpecification', () => {
  it('gives answers again only where it is asked for, for an hour or as long as it says', () => {
    expect(resolve({ cache: true }).cache).toEqual({ ttl_s: 3600 });
    expect(resolve({ cache: { ttl_s: 5 } }).cache).toEqual({ ttl_s: 5 });
    expect(resolve({ cache: false })).not.toHaveProperty('cache');
    expect(resolve({})).not.toHaveProperty('cache');
  });

  it('settles the defaults of a debate', () => {
    expect(resolve({})).toEqual({
      name: 'Edge',
      mode: 'debate',
      topic: 'Edge',
      agents: ['Athena@1.2.3', 'Apollo@1.0.0'],
      strategy: 'round_robin',
      max_rounds: 3,
      convergence: { methods: ['lexical', 'stagnation'], threshold: 0.82 },
      vote: null,
      moderator: null,
      judge: null,
      synthesizer: 'Synthesizer@1.2.3',
      model: null,
      max_output_tokens: null,
      context_tokens: 8192,
      budget: {},
      seed: 0,
      metadata: {},
    });
  });

  it('settles those of the other modes', () => {
    expect(resolve({ mode: 'single', agents: ['Athena'] })).toMatchObject({
      max_rounds: 1,
      convergence: false,
      synthesizer: null,
      vote: null,
    });
    expect(resolve({ mode: 'single', agents: ['Athena'], max_rounds: 2 }).convergence).toMatchObject({
      methods: ['stagnation'],
    });
    expect(resolve({ mode: 'brainstorm' })).toMatchObject({ max_rounds: 3, vote: null });
    expect(resolve({ mode: 'consensus' })).toMatchObject({
      max_rounds: 5,
      convergence: { methods: ['lexical', 'vote'] },
      vote: { method: 'majority', quorum: 0.5, fallback: 'plurality' },
    });
  });

  it('keeps what was written', () => {
    const written = {
      name: 'edge',
      max_rounds: 9,
      convergence: { methods: ['stagnation'], threshold: 0.5 },
      synthesizer: 'Hermes',
      judge: 'Critic@2.0.0',
      model: 'stub/echo',
      max_output_tokens: 10,
      context_tokens: 1024,
      budget: { tokens: 5, seconds: 1, usd: 0.5 },
      seed: 7,
      metadata: { project: 'edgeX' },
    };
    expect(resolve(written)).toMatchObject({ ...written, synthesizer: 'Hermes@1.2.3' });
    expect(resolve({ convergence: false }).convergence).toBe(false);
  });

  it('has a moderator when the strategy asks for one', () => {
    expect(resolve({ strategy: 'moderated' }).moderator).toBe('Moderator@1.2.3');
    expect(resolve({ strategy: 'moderated', moderator: 'Hermes' }).moderator).toBe('Hermes@1.2.3');
    expect(resolve({ moderator: 'Hermes' }).moderator).toBeNull();
  });

  it('refuses a name that nobody knows, the shipped ones too', () => {
    const parsed = sessionSpecification.parse({ mode: 'debate', topic: 'x', agents: ['Athena', 'Apollo'] });
    expect(() => resolveSpecification(parsed, { resolveAgent: () => undefined })).toThrow(
      'There is no agent Athena.',
    );
    const known = (reference: string) => (reference === 'Synthesizer' ? undefined : resolveAgent(reference));
    expect(() => resolveSpecification(parsed, { resolveAgent: known })).toThrow(
      'There is no agent Synthesizer.',
    );
  });

  it('makes a name of any topic: short, on one line, whole signs only, and fits the contract', () => {
    expect(
      resolve({
        topic: 'Should a small team run\nits own servers or rent them from somebody else for years?',
      }).name,
    ).toBe('Should a small team run its own servers or rent them from...');
    const topic = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 300 })
      .filter((text) => !text.includes('\u0000'));
    fc.assert(
      fc.property(topic, (text) => {
        const { name } = resolve({ topic: text });
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(63);
        expect(name).not.toMatch(/[\n\r\t]/);
        expect(name.isWellFormed()).toBe(true);
        resolvedSpecification.parse(resolve({ topic: text }));
      }),
      { verbose: true },
    );
  });

  it('takes name, topic and agents of a workflow from its graph', () => {
    const run = workflowOf({ nodes: [{ id: 'a' }] });
    const specification = workflowSpecification.parse({ mode: 'workflow', graph: run.graph });
    const workflow = {
      run: { ...run, only: null },
      name: 'Research',
      agents: ['Planner', 'Athena'],
      levels: 3,
    };
    const resolved = resolveSpecification(specification, { resolveAgent, workflow });
    expect(resolved).toMatchObject({
      name: 'Research',
      topic: 'Research',
      agents: ['Planner@1.2.3', 'Athena@1.2.3'],
      max_rounds: 3,
      convergence: false,
      moderator: null,
      synthesizer: null,
      workflow: run,
    });
    expect(resolvedSpecification.parse(resolved)).toEqual(resolved);
    const own = { ...specification, name: 'Mine', topic: 'Edges', agents: ['Athena'] };
    expect(resolveSpecification(own, { resolveAgent, workflow })).toMatchObject({
      name: 'Mine',
      topic: 'Edges',
      agents: ['Athena@1.2.3', 'Planner@1.2.3'],
    });
  });
});
