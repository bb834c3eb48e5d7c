import { describe, expect, it } from 'vitest';
import { LEASE_QUERY, type LeaseRow, toOwnerRecord } from '../../../../../core/storage/sqlite/lease-row.ts';
import { openLeases } from '../../../../../core/storage/sqlite/writer/leases.ts';
import { livingOwner } from '../../../../conformance/event-store/adapter.ts';
import { sessionIdOf } from '../../../../conformance/event-store/sample-drafts.ts';
import { AT, leaseFor, openEventDatabase } from './event-database.ts';

describe('a stored lease', () => {
  it('reads back as the owner who took it', async () => {
    const { database } = await openEventDatabase();
    const owner = livingOwner();
    openLeases(database).create(leaseFor(sessionIdOf(1), 'a token', owner));
    const row = database.prepare<[string], LeaseRow>(LEASE_QUERY).get(sessionIdOf(1));
    expect(row?.token).toBe('a token');
    expect(row && toOwnerRecord(row)).toMatchObject({ ...owner, heartbeatAt: AT });
    expect(database.prepare(LEASE_QUERY).get(sessionIdOf(2))).toBeUndefined();
  });
});
