import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../../../core/storage/sqlite/storage-failure.ts';
import { openLeases } from '../../../../../../core/storage/sqlite/writer/leases.ts';
import { deadOwner, livingOwner } from '../../../../../conformance/event-store/adapter.ts';
import { sessionIdOf, wholeSession } from '../../../../../conformance/event-store/sample-drafts.ts';
import { AT, countRows, insertSession, leaseFor, openEventDatabase } from '../event-database.ts';

const [a, b] = [sessionIdOf(1), sessionIdOf(2)];
const codeOf = (outcome: Outcome) => (outcome.ok ? 'ok' : outcome.failure.code);

describe('openLeases', () => {
  it('makes a session its first owner’s', async () => {
    const { database } = await openEventDatabase();
    const leases = openLeases(database);
    expect(leases.any).toBe(false);
    expect(codeOf(leases.create(leaseFor(a)))).toBe('ok');
    expect(leases.any).toBe(true);
    expect(codeOf(leases.create(leaseFor(a, 'other')))).toBe('input/conflict');
  });

  it('makes a session again whose first owner died before its first event', async () => {
    const { database } = await openEventDatabase();
    const leases = openLeases(database);
    leases.create(leaseFor(a, 'token', deadOwner()));
    expect(codeOf(leases.create(leaseFor(a, 'other')))).toBe('ok');
  });

  it('gives a session with its head to a new owner only when the old one is dead or the same', async () => {
    const file = await openEventDatabase();
    const leases = openLeases(file.database);
    expect(codeOf(leases.take(leaseFor(a)))).toBe('input/unknown-session');
    const head = insertSession(file, a, wholeSession(a, 1));
    const mine = livingOwner();
    expect(leases.take(leaseFor(a, 'first', deadOwner()))).toEqual({ ok: true, value: head });
    expect(leases.take(leaseFor(a, 'second', mine))).toEqual({ ok: true, value: head });
    expect(codeOf(leases.take(leaseFor(a, 'third', livingOwner())))).toBe('session/owned-elsewhere');
    expect(codeOf(leases.take(leaseFor(a, 'third', mine)))).toBe('ok');
    expect(countRows(file, 'owners')).toBe(1);
  });

  it('gives back only what is still held', async () => {
    const file = await openEventDatabase();
    const leases = openLeases(file.database);
    insertSession(file, a, wholeSession(a, 1));
    const [old, now] = [deadOwner(), livingOwner()];
    leases.take(leaseFor(a, 'old', old));
    leases.take(leaseFor(a, 'new', now));
    leases.release(a, 'old', old.ownerId);
    expect(countRows(file, 'leases')).toBe(1);
    leases.release(a, 'new', now.ownerId);
    expect([countRows(file, 'leases'), countRows(file, 'owners')]).toEqual([0, 0]);
  });

  it('beats once for all sessions of an owner, and gives all back', async () => {
    const file = await openEventDatabase();
    const leases = openLeases(file.database);
    const owner = livingOwner();
    leases.create(leaseFor(a, 'token a', owner));
    leases.create(leaseFor(b, 'token b', owner));
    // Another process's.
    openLeases(file.database).create(leaseFor(sessionIdOf(3), 'token c', livingOwner()));
    leases.heartbeat(AT + 4_000);
    const beats = file.database
      .prepare('SELECT heartbeat_at FROM owners ORDER BY heartbeat_at')
      .pluck()
      .all();
    expect(beats).toEqual([AT, AT + 4_000]);
    leases.releaseAll();
    expect(leases.any).toBe(false);
    expect([countRows(file, 'leases'), countRows(file, 'owners')]).toEqual([1, 1]);
  });
});
