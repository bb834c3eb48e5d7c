import { describe, expect, it } from 'vitest';
import { sessionSpecification } from '../../../../../core/contract/index.ts';
import { specificationAgain } from '../../../../../renderer/state/session/specification-again.ts';
import { snapshot } from './sample-snapshot.ts';

const { specification } = snapshot();

describe('specificationAgain', () => {
  it('leaves out what was not chosen', () => {
    const again = specificationAgain(specification);
    for (const key of ['vote', 'model', 'judge', 'budget', 'on_limit', 'cache', 'metadata']) {
      expect(again).not.toHaveProperty(key);
    }
    expect(sessionSpecification.safeParse(again).success).toBe(true);
  });

  it('knows no talk of tasks, and who planned them', () => {
    const workflow = {
      graph: {
        nodes: [{ id: 'work', kind: 'delegate', planner: 'Foreman@1.0.0', agents: ['Athena', 'Stranger'] }],
      },
      stored: null,
      inputs: {},
      parallel: { total: 3 },
      on_failure: 'continue' as const,
      delegation: { max_nodes: 5, max_depth: 2, approve: 'auto' as const },
      given: {},
      only: null,
    };
    const agents = ['Athena@1.0.0', 'Foreman@1.0.0', 'Critic@1.0.0'];
    const delegation = { ...specification, mode: 'delegation' as const, agents, workflow };
    const again = specificationAgain(delegation);
    expect(again).toMatchObject({ planner: 'Foreman@1.0.0', parallel: { total: 3 }, on_failure: 'continue' });
    expect(again['agents'], 'who is given tasks').toEqual(['Athena@1.0.0', 'Stranger']);
    expect(specificationAgain({ ...delegation, judge: 'Critic@1.0.0' })).toMatchObject({
      judge: 'Critic@1.0.0',
    });
    for (const key of ['strategy', 'convergence', 'judge', 'graph']) expect(again).not.toHaveProperty(key);
    expect(sessionSpecification.safeParse(again).success).toBe(true);
    const shipped = specificationAgain({
      ...specification,
      mode: 'delegation',
      workflow: { ...workflow, graph: { nodes: [{ id: 'work' }] } },
    });
    expect(shipped).not.toHaveProperty('planner');
    expect(specificationAgain({ ...specification, mode: 'workflow', workflow })).toHaveProperty('graph');
  });

  it('keeps every choice', () => {
    const chosen = {
      ...specification,
      model: 'stub/debater',
      judge: 'Critic@1.0.0',
      max_output_tokens: 300,
      context_tokens: 2048,
      budget: { usd: 0.5 },
      on_limit: 'downgrade' as const,
      cache: { ttl_s: 60 },
      metadata: { project: 'edgeX' },
    };
    const again = specificationAgain(chosen);
    expect(again).toMatchObject({
      on_limit: 'downgrade',
      cache: { ttl_s: 60 },
      budget: { usd: 0.5 },
      context_tokens: 2048,
    });
    expect(sessionSpecification.safeParse(again).success).toBe(true);
  });
});
