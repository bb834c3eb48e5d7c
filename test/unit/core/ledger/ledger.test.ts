import { describe, expect, it, onTestFinished } from 'vitest';
import type { SessionId, Settings } from '../../../../core/contract/index.ts';
import { realEffects } from '../../../../core/effects/index.ts';
import { createLedger } from '../../../../core/ledger/ledger.ts';
import { currentOwner, openSqliteEventStore } from '../../../../core/storage/index.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const open = async (budgets: Settings['budgets']) => {
  const store = await openSqliteEventStore({ folder: temporaryFolder(), effects: realEffects });
  const owner = currentOwner(realEffects);
  const ledger = createLedger({ store, clock: realEffects.clock, owner, budgets: () => budgets });
  onTestFinished(async () => {
    ledger.close();
    await store.close();
  });
  const id = realEffects.ids.uuid() as SessionId;
  const writer = await store.createSession(id, owner);
  return { ledger, writer, calls: ledger.forSession(id, 'p') };
};
const need = (callId: string, microUsd: number, isFree = false) => ({ callId, microUsd, tokens: 10, isFree });
const never = new AbortController().signal;

describe('the ledger', () => {
  it('grants, lets wait and refuses, and says how far the caps are used', async () => {
    const { ledger, calls } = await open({ day: { usd: 0.0001 }, project: { tokens: 1_000 } });
    expect(await calls.reserve(need('1', 60))).toEqual({ kind: 'granted' });
    expect(await calls.reserve(need('2', 50))).toMatchObject({ kind: 'awaited', standing: { cap: 100 } });
    expect(await calls.reserve(need('3', 500))).toMatchObject({ kind: 'refused' });
    const waiting = calls.waitFor(need('2', 50), never);
    await calls.release('1');
    expect(await waiting).toEqual({ kind: 'granted' });
    expect(await ledger.state()).toMatchObject({
      reservedMicroUsd: 50,
      budgets: [
        { scope: 'day', unit: 'usd', cap: 0.0001, spent: 0, reserved: 0.00005 },
        { scope: 'project', key: 'p', unit: 'tokens', cap: 1_000, reserved: 10 },
      ],
    });
    await calls.keepOnly([]);
    expect((await ledger.state()).reservedMicroUsd).toBe(0);
  });

  it('asks nobody for a free call where only money is capped, and counts its tokens where they are', async () => {
    const money = await open({ day: { usd: 0.0001 } });
    expect(await money.calls.reserve(need('1', 0, true))).toEqual({ kind: 'granted' });
    const tokens = await open({ day: { tokens: 5 } });
    expect(await tokens.calls.reserve(need('1', 0, true))).toMatchObject({
      kind: 'refused',
      standing: { unit: 'tokens' },
    });
  });

  it('tells what was spent, with all that was appended before', async () => {
    const { ledger, calls, writer } = await open({});
    await calls.reserve(need('1', 60));
    const cost = {
      ...{ call_id: '1', task_id: 't', agent: 'Athena', provider: 'lab', model: 'lab/a', micro_usd: 45 },
      ...{ input_tokens: 3, output_tokens: 4, estimated: false, price_table: 't' },
    };
    writer.append([{ type: 'cost-recorded', data: cost }], realEffects.clock.now());
    expect(await calls.spent('day_usd')).toBe(45);
    expect(await calls.spent('project_usd')).toBe(45);
    expect(await ledger.forSession('other', 'q').spent('project_usd')).toBe(0);
    expect(await calls.spent('usd_per_minute')).toBe(45);
    await writer.close();
  });

  it('leaves the line when the call is given up', async () => {
    const { calls } = await open({ day: { usd: 0.0001 } });
    await calls.reserve(need('1', 100));
    const leave = new AbortController();
    const waiting = calls.waitFor(need('2', 50), leave.signal);
    leave.abort(new Error('given up'));
    await expect(waiting).rejects.toThrow('given up');
  });
});
