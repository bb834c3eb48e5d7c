import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openWriteAheadLog } from '../../../../../../core/storage/sqlite/writer/write-ahead-log.ts';
import { type EventDatabase, openEventDatabase } from '../event-database.ts';

const logLength = ({ path }: EventDatabase) => statSync(`${path}-wal`).size;
const state = ({ database }: EventDatabase) =>
  (database.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[])[0];
const grow = ({ database }: EventDatabase, pages: number) => {
  database.exec('CREATE TABLE IF NOT EXISTS growth (bytes BLOB)');
  database.prepare('INSERT INTO growth VALUES (zeroblob(?))').run(pages * 4_096);
};

describe('openWriteAheadLog', () => {
  it('copies the log when it is long, and only then', async () => {
    const file = await openEventDatabase();
    const log = openWriteAheadLog(file.database);
    grow(file, 500);
    log.upkeep();
    expect(state(file)).toMatchObject({ checkpointed: 0 });
    grow(file, 700);
    log.upkeep();
    const after = state(file);
    expect(after?.log).toBeGreaterThan(1_200);
    expect(after?.checkpointed).toBe(after?.log);
    // The next commit begins at the start of the file.
    grow(file, 1);
    expect(state(file)?.log).toBeLessThan(20);
  });

  it('does not let SQLite copy inside a commit of usual size', async () => {
    const file = await openEventDatabase();
    openWriteAheadLog(file.database);
    for (let turn = 0; turn < 4; turn += 1) grow(file, 900);
    expect(state(file)?.checkpointed).toBe(0);
  });

  it('brings the file to its length once, and leaves commits as safe as they were', async () => {
    const file = await openEventDatabase();
    const log = openWriteAheadLog(file.database);
    expect(logLength(file)).toBeLessThan(1_000_000);
    log.reserve();
    const length = logLength(file);
    expect(length).toBeGreaterThanOrEqual(4_096_000);
    expect(length).toBeLessThan(5_000_000);
    expect(file.database.pragma('synchronous', { simple: true })).toBe(2);
    const pages = file.database.pragma('page_count', { simple: true }) as number;
    expect(pages).toBeLessThan(100);
    log.reserve();
    // Another process finds it done.
    openWriteAheadLog(file.database).reserve();
    expect(logLength(file)).toBe(length);
    grow(file, 10);
    expect(logLength(file)).toBe(length);
  });
});
