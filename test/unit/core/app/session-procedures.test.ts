import { describe, expect, it } from 'vitest';
import { debate, openCore } from '../../../support/open-core.ts';

describe('procedures of sessions', () => {
  it('deletes a session with all its rows and says that other chains are whole', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate({ topic: 'A unique zymurgical topic' }));
    await whenEnded(id);
    expect((await api['sessions.search']({ query: 'zymurgical' })).items.length).toBeGreaterThan(0);
    const { events, other_chains_intact } = await api['sessions.delete']({ id });
    expect(events).toBeGreaterThan(10);
    expect(other_chains_intact).toBe(true);
    await expect(api['sessions.get']({ id })).rejects.toMatchObject({ code: 'input/unknown-session' });
    expect((await api['sessions.search']({ query: 'zymurgical' })).items).toEqual([]);
  });
});
