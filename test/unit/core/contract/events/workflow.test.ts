import { describe, expect, it } from 'vitest';
import { eventCatalog, eventOrigin } from '../../../../../core/contract/events/run-event.ts';
import { approvalAnswered, nodeEnded, nodeValue } from '../../../../../core/contract/events/workflow.ts';

const ended = {
  node: 'each[3]/inner',
  kind: 'task',
  status: 'done',
  source: 'run',
  attempts: 1,
  task_id: 't',
  branch: null,
  reason: null,
  error: null,
};

describe('events of nodes', () => {
  it('hold any JSON as an output, or none where the turn holds it', () => {
    for (const output of ['words', ['a', 'b'], { a: [1, null] }, null, 0]) {
      expect(nodeEnded.parse({ ...ended, output })).toEqual({ ...ended, output });
      expect(nodeValue.parse(output)).toEqual(output);
    }
    expect(nodeEnded.parse(ended)).not.toHaveProperty('output');
    expect(nodeEnded.safeParse({ ...ended, output: undefined, status: 'perhaps' }).success).toBe(false);
  });

  it('say who answered', () => {
    const answer = { node: 'ok', approved: true, note: '' };
    expect(approvalAnswered.safeParse(answer).success).toBe(false);
    expect(approvalAnswered.safeParse({ ...answer, by: 'user' }).success).toBe(true);
  });

  it('are inputs where no replay could compute them: people, the clock, sessions inside', () => {
    const inputs = Object.keys(eventCatalog).filter((type) =>
      /^(node|nodes|approval|plan|child)-/.test(type),
    ) as (keyof typeof eventOrigin)[];
    expect(inputs.filter((type) => eventOrigin[type] === 'input').sort()).toEqual([
      'approval-answered',
      'child-ended',
      'node-deadline-passed',
      'node-due',
      'node-skipped',
      'plan-answered',
    ]);
  });
});
