import { describe, expect, it } from 'vitest';
import type { EventDraft } from '../../../../../../../core/contract/index.ts';
import {
  openDelegationBench,
  outputOf,
  planOf,
  promptsOf,
} from '../../../../../../support/delegation-bench.ts';

const choice = { delegation: { max_nodes: 12, max_depth: 1, approve: 'ask' } } as const;
const answer = (revision: number, approved: boolean, more: object = {}): EventDraft => ({
  type: 'plan-answered',
  data: { by: 'user', node: 'team', revision, approved, note: '', ...more },
});
const bench = () =>
  openDelegationBench(({ task, prompt }) => {
    if (task === 'plan') return prompt.includes('smaller') ? planOf('c') : planOf('a', 'b<a');
    return task === 'review' ? '**Decision:** accept' : `Done: ${/Do (\w+)\./.exec(prompt)?.[1]}`;
  });

describe('a plan that waits for a person', () => {
  it('is carried out as it was proposed', async () => {
    const { delegate } = await bench();
    const { events, nodes } = await delegate({}, choice, (revision) => [answer(revision, true)]);
    expect(events.find(({ type }) => type === 'plan-proposed')?.data).toMatchObject({
      auto: false,
      revision: 1,
    });
    expect(nodes).toContain('team/b done');
  });

  it('is carried out as the person corrected it', async () => {
    const { delegate } = await bench();
    const graph = { nodes: [{ id: 'x', prompt: 'Do x.', agent: 'Apollo' }] };
    const { nodes, events } = await delegate({}, choice, (revision) => [answer(revision, true, { graph })]);
    expect(nodes).toEqual(['team/:plan done', 'team/x done', 'team/:review done', 'team done']);
    expect(outputOf(events, 'team')).toBe('Done: x');
  });

  it('may not delegate deeper than is allowed, whoever wrote it', async () => {
    const { delegate } = await bench();
    const graph = { nodes: [{ id: 'x', kind: 'delegate', prompt: 'Divide x.', agents: ['Apollo'] }] };
    const { nodes, ended } = await delegate({ rounds: 1 }, choice, () => [answer(1, true, { graph })]);
    expect(nodes).toEqual(['team/:plan done', 'team/x failed', 'team failed']);
    expect(ended.reason).toContain('allowed 1 deep');
  });

  it('goes back to the planner with what the person said', async () => {
    const { delegate } = await bench();
    const { nodes, events } = await delegate({}, choice, (revision) => [
      revision === 1 ? answer(1, false, { note: 'Make it smaller.' }) : answer(2, true),
    ]);
    expect(nodes).toEqual([
      'team/:plan done',
      'team#2/:plan done',
      'team#2/c done',
      'team#2/:review done',
      'team done',
    ]);
    expect(promptsOf(events, 'plan')[1]).toContain('## From people\n| Make it smaller.');
  });

  it('ends the node when it is rejected and no round is left', async () => {
    const { delegate } = await bench();
    const { ended, nodes } = await delegate({ rounds: 1 }, choice, () => [answer(1, false, { note: 'No.' })]);
    expect(nodes).toEqual(['team/:plan done', 'team failed']);
    expect(ended).toMatchObject({ outcome: 'failed', exit_code: 1 });
    expect(ended.reason).toContain('A person rejected the plan: No.');
  });

  it('takes no answer to another revision', async () => {
    const { delegate } = await bench();
    const { nodes } = await delegate({}, choice, (revision) => [answer(7, false), answer(revision, true)]);
    expect(nodes).toContain('team/a done');
  });
});

describe('a node of no rounds', () => {
  it('gives the plan itself, and asks nobody', async () => {
    const { delegate } = await bench();
    const { events, nodes } = await delegate({ rounds: 0 }, choice);
    expect(nodes).toEqual(['team/:plan done', 'team done']);
    expect(outputOf(events, 'team')).toMatchObject({ nodes: [{ id: 'a' }, { id: 'b', deps: ['a'] }] });
  });
});
