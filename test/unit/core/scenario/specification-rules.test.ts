import { describe, expect, it } from 'vitest';
import type { ReadablePart } from '../../../../core/scenario/readable-part.ts';
import { ruleFindings } from '../../../../core/scenario/specification-rules.ts';

const told = (part: ReadablePart) =>
  ruleFindings(part, {}).map(({ path, message }) => [path.join('.'), message]);

describe('ruleFindings', () => {
  it.each(['debate', 'brainstorm', 'consensus'] as const)('refuses a %s of one agent', (mode) => {
    const [[path, message] = []] = told({ mode, agents: ['Athena'] });
    expect(path).toBe('agents');
    expect(message).toContain(`A ${mode} needs at least two agents`);
    expect(told({ mode, agents: ['Athena', 'Apollo'] })).toEqual([]);
  });

  it('lets one agent answer alone, and says nothing where mode or agents cannot be read', () => {
    expect(told({ mode: 'single', agents: ['Athena'] })).toEqual([]);
    expect(told({ agents: ['Athena'] })).toEqual([]);
    expect(told({ mode: 'debate' })).toEqual([]);
  });

  it('refuses an agent that sits twice, in whatever version, with a way out', () => {
    const found = told({
      mode: 'debate',
      agents: ['Athena@1.0.0', undefined, 'Apollo', 'Athena@2.0.0', 'Athena'],
    });
    expect(found.map(([path]) => path)).toEqual(['agents.3', 'agents.4']);
    expect(found[0]?.[1]).toContain('as agents[0] does');
    expect(found[0]?.[1]).toContain('under another name');
  });

  it('refuses to leave a vote to a judge whom nobody named', () => {
    const vote = { method: 'majority', quorum: 0.5, fallback: 'judge' } as const;
    expect(told({ vote }).map(([path]) => path)).toEqual(['vote.fallback']);
    expect(told({ vote, judge: 'Critic' })).toEqual([]);
  });

  it('looks every name up, those of moderator, judge and synthesizer too', () => {
    const part: ReadablePart = {
      agents: ['Athena', 'Nobody'],
      moderator: 'Nobody',
      judge: 'Athena',
      synthesizer: 'Nobody',
    };
    const found = ruleFindings(part, { agents: ['Athena'] });
    expect(found.map(({ path }) => path.join('.'))).toEqual(['agents.1', 'moderator', 'synthesizer']);
  });

  it('asks for the graph of a workflow, and looks the planner up', () => {
    const [[path, message] = []] = told({ mode: 'workflow' });
    expect(path).toBe('graph');
    expect(message).toContain('graph: my-graph.yaml');
    expect(told({ mode: 'workflow', graph: { nodes: [] } })).toEqual([]);
    expect(ruleFindings({ planner: 'Planer' }, { agents: ['Planner'] })[0]?.nearest).toBe('Planner');
  });
});
