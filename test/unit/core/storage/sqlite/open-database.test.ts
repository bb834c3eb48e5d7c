import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../../../core/storage/migrations/migrations.ts';
import {
  latestVersion,
  openDatabase,
  userVersion,
} from '../../../../../core/storage/sqlite/open-database.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { clock, openEventDatabase } from './event-database.ts';

const refusalOf = (path: string) => {
  const opened = openDatabase(path, migrations, clock);
  if (opened.kind === 'opened') opened.database.close();
  return opened.kind === 'refused' ? opened.failure : undefined;
};

describe('openDatabase', () => {
  it('opens for commits that survive a power cut', async () => {
    const { database } = await openEventDatabase();
    const setting = (name: string) => database.pragma(name, { simple: true });
    expect(setting('journal_mode')).toBe('wal');
    expect(setting('synchronous')).toBe(2);
    expect(setting('secure_delete')).toBe(1);
    expect(setting('recursive_triggers')).toBe(1);
  });

  it('opens an empty file, and the same file again', async () => {
    const path = join(temporaryFolder(), 'a.db');
    writeFileSync(path, '');
    const first = openDatabase(path, migrations, clock);
    if (first.kind !== 'opened') throw new Error(first.failure.message);
    expect(first.version).toBe(0);
    first.database.close();
    expect(refusalOf(path)).toBeUndefined();
  });

  const broken: readonly (readonly [string, (path: string) => void, string, RegExp])[] = [
    [
      'a text file',
      (path) => writeFileSync(path, 'Dear diary, '.repeat(500)),
      'storage/corrupt',
      /not an AgentNet/,
    ],
    [
      'a file whose pages are damaged',
      (path) => {
        new Database(path).exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)').close();
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 100, 4_000);
        writeFileSync(path, bytes);
      },
      'storage/corrupt',
      /damaged/,
    ],
    [
      'a database of another program',
      (path) => {
        new Database(path).exec('CREATE TABLE diary (day, words)').close();
      },
      'storage/corrupt',
      /another program/,
    ],
    [
      'a database of another program with a version',
      (path) => {
        const database = new Database(path).exec('CREATE TABLE diary (day, words)');
        database.pragma('user_version = 1');
        database.close();
      },
      'storage/corrupt',
      /another program/,
    ],
    ['a folder', (path) => mkdirSync(path), 'storage/failed', /cannot be opened/],
  ];
  it.each(broken)('refuses %s and leaves it as it is', (_name, make, code, words) => {
    const path = join(temporaryFolder(), 'broken.db');
    make(path);
    const before = _name === 'a folder' ? undefined : readFileSync(path);
    const failure = refusalOf(path);
    expect(failure).toMatchObject({ code, where: { file: path } });
    expect(failure?.message).toMatch(words);
    expect(failure?.remedy).toMatch(/\w+ \w+/);
    if (before) expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses a database of a newer app and leaves it as it is', async () => {
    const { database, path } = await openEventDatabase();
    database.pragma(`user_version = ${latestVersion(migrations) + 1}`);
    database.pragma('wal_checkpoint(TRUNCATE)');
    const before = readFileSync(path);
    const failure = refusalOf(path);
    expect(failure).toMatchObject({
      code: 'storage/newer',
      where: { file: path },
      data: { version: latestVersion(migrations) + 1, latest: latestVersion(migrations) },
    });
    expect(failure?.remedy).toMatch(/newer AgentNet/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('userVersion', () => {
  it('is what the last migration set', async () => {
    const { database } = await openEventDatabase();
    expect(userVersion(database, clock)).toBe(latestVersion(migrations));
  });
});
