import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { AgentNetError } from '../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../core/effects/index.ts';
import {
  DATABASE_FILE,
  openSqliteEventStore,
  type SqliteEventStoreOptions,
} from '../../../../../core/storage/sqlite/open-sqlite-event-store.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const open = async (place: { folder: string } | { path: string }) => {
  const options: SqliteEventStoreOptions = { ...place, effects: realEffects };
  const store = await openSqliteEventStore(options);
  onTestFinished(() => store.close());
  return store;
};
const refusal = async (place: { folder: string } | { path: string }) => {
  const error: unknown = await openSqliteEventStore({ ...place, effects: realEffects }).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AgentNetError);
  return error as AgentNetError;
};
const mode = (path: string) => statSync(path).mode & 0o777;

describe('openSqliteEventStore', () => {
  it('makes folder and file, for this user only', async () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    const store = await open({ folder });
    expect(await store.statistics()).toMatchObject({ events: 0 });
    expect(readdirSync(folder)).toContain(DATABASE_FILE);
    if (platform() === 'win32') return;
    expect(mode(folder)).toBe(0o700);
    for (const file of readdirSync(folder)) expect([file, mode(join(folder, file))]).toEqual([file, 0o600]);
  });

  it('takes the path of a file, and leaves the rights of a folder that was there', async () => {
    const folder = temporaryFolder();
    if (platform() !== 'win32') chmodSync(folder, 0o755);
    const store = await open({ path: join(folder, 'other.db') });
    expect(await store.sessions({ limit: 1 })).toMatchObject({ total: 0 });
    if (platform() !== 'win32') expect(mode(folder)).toBe(0o755);
  });

  const broken: readonly (readonly [string, (folder: string) => void, string, RegExp])[] = [
    [
      'a file in the place of the folder',
      (folder) => writeFileSync(join(folder, 'data'), 'mine'),
      'storage/failed',
      /file stands in its way/,
    ],
    [
      'a folder in the place of the file',
      (folder) => mkdirSync(join(folder, 'data', DATABASE_FILE), { recursive: true }),
      'storage/failed',
      /folder stands/,
    ],
    [
      'a file that is no database',
      (folder) => {
        mkdirSync(join(folder, 'data'));
        writeFileSync(join(folder, 'data', DATABASE_FILE), 'not a database '.repeat(300));
      },
      'storage/corrupt',
      /not an AgentNet database/,
    ],
    [
      'a database of a newer app',
      (folder) => {
        mkdirSync(join(folder, 'data'));
        const database = new Database(join(folder, 'data', DATABASE_FILE));
        database.exec('CREATE TABLE t (a)');
        database.pragma(`application_id = ${0x41474e54}`);
        database.pragma('user_version = 99');
        database.close();
      },
      'storage/newer',
      /newer AgentNet/,
    ],
  ];
  it.each(broken)('says what is wrong with %s, where, and what to do', async (_name, make, code, words) => {
    const folder = temporaryFolder();
    make(folder);
    const error = await refusal({ folder: join(folder, 'data') });
    expect(error).toMatchObject({ code, where: { file: join(folder, 'data', DATABASE_FILE) } });
    expect(error.message).toMatch(words);
    expect(error.remedy).toMatch(/\w+ \w+/);
    if (_name.startsWith('a file in')) expect(readFileSync(join(folder, 'data'), 'utf8')).toBe('mine');
  });

  it.runIf(platform() !== 'win32')('refuses a folder that nobody may write', async () => {
    const folder = platform() === 'darwin' ? '/System/agentnet' : '/sys/agentnet';
    const error = await refusal({ folder });
    expect(error).toMatchObject({ code: 'storage/failed', where: { file: join(folder, DATABASE_FILE) } });
    expect(error.message).toMatch(/cannot be written by this user/);
  });
});
