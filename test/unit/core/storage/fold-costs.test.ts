import { describe, expect, it } from 'vitest';
import { foldCosts, NO_COSTS } from '../../../../core/storage/fold-costs.ts';

const cost = (callId: string) => ({
  ...{ call_id: callId, task_id: 't', agent: 'Athena', provider: 'lab', model: 'lab/a', micro_usd: null },
  ...{ input_tokens: null, output_tokens: 3, estimated: true, price_table: null },
});
const created = (metadata: object, forkedFrom: object | null = null) => ({
  specification: { name: 'run', metadata },
  forked_from: forkedFrom,
});
const at = (seq: number, type: string) => ({ seq, type, at: 5 });

describe('the fold of costs', () => {
  it('knows project and name, and keeps unknown apart from zero', () => {
    const { fold } = foldCosts(NO_COSTS, at(1, 'session-created'), created({ project: 'edge' }));
    expect(fold).toMatchObject({ project: 'edge', name: 'run', copied: 0 });
    expect(foldCosts(fold, at(2, 'cost-recorded'), cost('1.1')).cost).toMatchObject({
      ...{ seq: 2, at: 5, project: 'edge', micro_usd: null, estimated: 1, cached: 0, input: 0, output: 3 },
    });
    expect(foldCosts(NO_COSTS, at(1, 'session-created'), created({ project: 3 })).fold.project).toBe(
      'default',
    );
  });

  it('leaves what a fork copied to the session it comes from, and each lost call once', () => {
    const begun = foldCosts(NO_COSTS, at(1, 'session-created'), created({}, { seq: 2 })).fold;
    expect(foldCosts(begun, at(2, 'cost-recorded'), cost('1.1')).cost).toBeNull();
    const resumed = foldCosts(begun, at(3, 'session-resumed'), { lost_calls: ['1.2'] }).fold;
    expect(foldCosts(resumed, at(9, 'session-resumed'), { lost_calls: ['7.7'] }).fold).toBe(resumed);
    const first = foldCosts(resumed, at(4, 'cost-recorded'), cost('1.2'));
    expect(first.cost).toBeNull();
    expect(foldCosts(first.fold, at(5, 'cost-recorded'), cost('1.2')).cost).not.toBeNull();
  });
});
