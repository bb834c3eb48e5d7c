import { describe, expect, it } from 'vitest';
import { settlementOf } from '../../../../core/storage/settlement-of.ts';

const ended = (outcome: object) =>
  settlementOf({ type: 'call-ended', data: { call_id: '1.1', task_id: 't', outcome } } as never);

describe('settlementOf', () => {
  it('spends what a cost says, all tokens counted', () => {
    const data = { call_id: '1.1', micro_usd: 5, input_tokens: 3, output_tokens: 4 };
    expect(settlementOf({ type: 'cost-recorded', data } as never)).toEqual({
      callId: '1.1',
      microUsd: 5,
      tokens: 7,
    });
  });

  it('frees what a failure that nothing follows had reserved, and nothing before a cost comes', () => {
    expect(ended({ kind: 'failed', partial_text: '' })).toEqual({ callId: '1.1', microUsd: 0, tokens: 0 });
    expect(ended({ kind: 'failed', partial_text: 'half' })).toBeNull();
    expect(ended({ kind: 'failed', partial_text: '', usage: {} })).toBeNull();
    expect(ended({ kind: 'answered' })).toBeNull();
  });

  it('leaves nothing reserved behind the end of a session', () => {
    expect(settlementOf({ type: 'session-ended', data: {} } as never)).toEqual({ callId: null });
    expect(settlementOf({ type: 'settings-changed', data: { changes: {} } })).toBeNull();
  });
});
