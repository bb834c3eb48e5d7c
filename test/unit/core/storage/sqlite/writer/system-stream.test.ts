import { describe, expect, it } from 'vitest';
import { eventHash, genesisHash } from '../../../../../../core/storage/event-chain.ts';
import { appendSystemRows } from '../../../../../../core/storage/sqlite/writer/system-stream.ts';
import { openEventDatabase } from '../event-database.ts';

describe('appendSystemRows', () => {
  it('seals each row on the one before, from call to call', async () => {
    const { database } = await openEventDatabase();
    const first = eventHash(genesisHash('system'), 'settings-changed', 1, 5, '{"changes":{}}');
    const second = eventHash(first, 'agent-created', 2, 6, '{}');
    expect(
      appendSystemRows(database, ['settings-changed', 1, 5, '{"changes":{}}', 'agent-created', 2, 6, '{}']),
    ).toEqual([
      { seq: 1, prev: genesisHash('system'), hash: first },
      { seq: 2, prev: first, hash: second },
    ]);
    const [third] = appendSystemRows(database, ['settings-changed', 1, 7, '{"changes":{}}']);
    expect(third).toMatchObject({ seq: 3, prev: second });
    expect(database.prepare('SELECT * FROM heads').all()).toEqual([
      { session_id: 'system', count: 3, hash: third?.hash },
    ]);
    expect(database.prepare('SELECT seq, type, version, at, data FROM events').raw().all()).toEqual([
      [1, 'settings-changed', 1, 5, '{"changes":{}}'],
      [2, 'agent-created', 2, 6, '{}'],
      [3, 'settings-changed', 1, 7, '{"changes":{}}'],
    ]);
  });
});
