import { describe, expect, it } from 'vitest';
import { SILENCE_MS } from '../../../../../../core/storage/owner-liveness.ts';
import { openOwnerReader } from '../../../../../../core/storage/sqlite/reader/owner-reader.ts';
import { openLeases } from '../../../../../../core/storage/sqlite/writer/leases.ts';
import { deadOwner, livingOwner } from '../../../../../conformance/event-store/adapter.ts';
import { sessionIdOf } from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, leaseFor, openEventDatabase } from '../event-database.ts';

describe('openOwnerReader', () => {
  it('knows who lives', async () => {
    const { database } = await openEventDatabase();
    const leases = openLeases(database);
    const [alive, dead] = [livingOwner(), deadOwner()];
    const distant = { ...deadOwner(), host: 'elsewhere' };
    for (const [number, owner] of [alive, alive, dead, distant].entries()) {
      leases.create(leaseFor(sessionIdOf(number), `token ${number}`, owner));
    }
    const reader = openOwnerReader(database);
    expect([...reader.liveSessions(AT)].sort()).toEqual([0, 1, 3].map(sessionIdOf));
    expect([...reader.liveSessions(AT + SILENCE_MS)].sort()).toEqual([0, 1].map(sessionIdOf));
    expect(reader.ownerOf(sessionIdOf(1), AT)).toEqual({ owner: alive, alive: true });
    expect(reader.ownerOf(sessionIdOf(2), AT)).toEqual({ owner: dead, alive: false });
    expect(reader.ownerOf(sessionIdOf(9), AT)).toBeUndefined();
  });
});
