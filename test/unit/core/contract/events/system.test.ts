import { describe, expect, it } from 'vitest';
import {
  agentCreated,
  databaseMigrated,
  sessionDeleted,
  settingsChanged,
} from '../../../../../core/contract/events/system.ts';

describe('system events', () => {
  it('keeps of a deleted session only that it was there', () => {
    const deleted = { session_id: 's', events: 41, last_hash: 'h' };
    expect(sessionDeleted.parse({ ...deleted, topic: 'secret' })).toEqual(deleted);
  });

  it('names the backup of a migration', () => {
    expect(databaseMigrated.safeParse({ from: 1, to: 2 }).success).toBe(false);
    expect(databaseMigrated.safeParse({ from: 1, to: 2, backup: 'agentnet-1.db' }).success).toBe(true);
  });

  it('holds the whole agent and the changed settings', () => {
    expect(agentCreated.safeParse({ agent: { name: 'Athena' } }).success).toBe(false);
    expect(settingsChanged.parse({ changes: { theme: 'dark' } })).toEqual({ changes: { theme: 'dark' } });
  });
});
