import { describe, expect, it } from 'vitest';
import { debate, openCore } from '../../../support/open-core.ts';

describe('views of a stored session', () => {
  it('agree with each other and with the pages of turns', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate());
    const ended = await whenEnded(id);
    const detail = await api['sessions.get']({ id });
    const snapshot = await api['sessions.snapshot']({ id });
    const { items, total } = await api['sessions.turns']({ id, after: 0, limit: 1000 });
    expect(total).toBe(detail.turns.length);
    expect(snapshot.turns.map((turn) => turn.task_id)).toEqual(items.map((turn) => turn.task_id));
    expect(snapshot.totals).toEqual(ended.totals);
    expect(detail.totals).toEqual(ended.totals);
    expect(snapshot.ended).toEqual(ended);
    const { last_seq } = await api['sessions.events']({ id });
    expect(snapshot.last_seq).toBe(last_seq);
  });

  it('show a session whose process is gone as interrupted', async () => {
    const core = await openCore();
    await core.api['settings.set']({ stub: { latency_ms: 50 } });
    const { id } = await core.api['sessions.create'](debate());
    await core.close('test');
    const again = await openCore({ home: core.home });
    expect((await again.api['sessions.snapshot']({ id })).status).toBe('interrupted');
    expect((await again.api['sessions.get']({ id })).status).toBe('interrupted');
  });

  it('agree on a long log too, whose older calls are not read for the snapshot', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate({ max_rounds: 420, convergence: false }));
    const ended = await whenEnded(id);
    const snapshot = await api['sessions.snapshot']({ id });
    expect((await api['sessions.events']({ id, limit: 1 })).last_seq).toBeGreaterThan(6000);
    expect(snapshot.turns).toHaveLength(3 * 420 + 1);
    expect(snapshot.totals).toEqual(ended.totals);
    expect(snapshot.by_agent.reduce((sum, { turns }) => sum + turns, 0)).toBe(3 * 420 + 1);
  });
});
