import { describe, expect, it } from 'vitest';
import { decodeRow } from '../../../../core/storage/decode-row.ts';
import { readCostEvent } from '../../../../core/storage/read-cost-event.ts';
import { upcasters } from '../../../../core/storage/upcasters.ts';
import { createdDraft } from '../../../conformance/event-store/sample-drafts.ts';

const cost = {
  call_id: '1.1',
  task_id: 't',
  agent: 'Athena',
  provider: 'lab',
  model: 'lab/a',
  micro_usd: 7,
  input_tokens: 10,
  output_tokens: null,
  estimated: true,
  price_table: null,
  usage: { input: 10, output: 2, cached_read: 4 },
};
const resumed = { reason: 'user', lost_calls: ['1.2'], incomplete: [] };
const row = (type: string, data: unknown) => ({ type, version: 1, data: JSON.stringify(data) });
const read = (type: string, data: unknown) => readCostEvent(row(type, data), upcasters);

describe('the data that the fold of costs reads', () => {
  it.each([
    ['session-created', createdDraft().data],
    ['session-resumed', resumed],
    ['cost-recorded', cost],
    ['cost-recorded', { ...cost, micro_usd: null, usage: undefined }],
  ])('is what a whole %s holds', (type, data) => {
    expect(decodeRow(row(type, data), upcasters).kind).toBe('event');
    expect(read(type, data)).toEqual(JSON.parse(JSON.stringify(data)));
  });

  it.each([
    ['session-created', []],
    ['session-created', { specification: { name: 5, metadata: {} } }],
    ['session-created', { specification: { name: 'a', metadata: null } }],
    ['session-created', { specification: { name: 'a', metadata: {} }, forked_from: { seq: '2' } }],
    ['session-resumed', {}],
    ['session-resumed', { ...resumed, lost_calls: [1] }],
    ['cost-recorded', null],
    ['cost-recorded', { ...cost, agent: 1 }],
    ['cost-recorded', { ...cost, micro_usd: '7' }],
    ['cost-recorded', { ...cost, micro_usd: undefined }],
    ['cost-recorded', { ...cost, output_tokens: 0.5 }],
    ['cost-recorded', { ...cost, price_table: 3 }],
    ['cost-recorded', { ...cost, usage: { cached_read: 'x' } }],
    ['cost-recorded', { ...cost, usage: null }],
    ['turn-ended', cost],
  ])('is undefined for a damaged %s', (type, data) => {
    expect(read(type, data)).toBeUndefined();
  });

  it('is undefined where the text is not JSON', () => {
    expect(readCostEvent({ type: 'cost-recorded', version: 1, data: '{' }, upcasters)).toBeUndefined();
  });

  it('takes an older row to the newest version', () => {
    const steps = { 'cost-recorded': { 0: (data: unknown) => ({ ...(data as object), price_table: null }) } };
    const { price_table: _table, ...old } = cost;
    const stored = { ...row('cost-recorded', old), version: 0 };
    expect(readCostEvent(stored, steps)).toEqual(JSON.parse(JSON.stringify(cost)));
  });
});
