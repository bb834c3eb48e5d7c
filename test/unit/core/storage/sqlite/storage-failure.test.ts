import { describe, expect, it } from 'vitest';
import { isBusy, sqliteCode, storageFailure } from '../../../../../core/storage/sqlite/storage-failure.ts';

const thrown = (code: string, message = 'as SQLite says it') => Object.assign(new Error(message), { code });

describe('storageFailure', () => {
  it.each([
    ['SQLITE_FULL', 'storage/full', /disk is full/],
    ['SQLITE_BUSY', 'storage/locked', /^Locked/],
    ['SQLITE_BUSY_SNAPSHOT', 'storage/locked', /5 seconds/],
    ['SQLITE_LOCKED', 'storage/locked', /^Locked/],
    ['SQLITE_NOTADB', 'storage/corrupt', /not an AgentNet database/],
    ['SQLITE_CORRUPT', 'storage/corrupt', /damaged/],
    ['SQLITE_CORRUPT_VTAB', 'storage/corrupt', /damaged/],
    ['SQLITE_READONLY_DBMOVED', 'storage/failed', /read-only/],
    ['SQLITE_CANTOPEN', 'storage/failed', /cannot be opened/],
    ['SQLITE_IOERR_FSYNC', 'storage/failed', /disk reported an error/],
    ['SQLITE_MISUSE', 'storage/failed', /as SQLite says it/],
  ])('says %s in words, with place and remedy', (code, expected, words) => {
    const failure = storageFailure(thrown(code), '/data/agentnet.db');
    expect(failure).toMatchObject({ code: expected, where: { file: '/data/agentnet.db' } });
    expect(failure.message).toMatch(words);
    expect(failure.remedy).toMatch(/\w+ \w+/);
    expect(failure.data).toEqual({ cause: `${code}: as SQLite says it` });
  });

  it('tells a full disk from a broken one', () => {
    expect(storageFailure(thrown('SQLITE_IOERR_WRITE', 'ENOSPC: no space left'), 'x').code).toBe(
      'storage/full',
    );
  });

  it('takes what is no error of SQLite, and no error at all', () => {
    expect(storageFailure(new Error('odd'), 'x')).toMatchObject({
      code: 'storage/failed',
      data: { cause: 'odd' },
    });
    expect(storageFailure('odd', 'x').message).toContain('odd');
    expect(storageFailure(null, 'x').code).toBe('storage/failed');
  });
});

describe('sqliteCode', () => {
  it('is empty where the code is not of SQLite', () => {
    expect(sqliteCode(thrown('ENOENT'))).toBe('');
    expect(sqliteCode(undefined)).toBe('');
    expect(sqliteCode(thrown('SQLITE_FULL'))).toBe('SQLITE_FULL');
  });
});

describe('isBusy', () => {
  it('knows every kind of busy', () => {
    expect(isBusy(thrown('SQLITE_BUSY_RECOVERY'))).toBe(true);
    expect(isBusy(thrown('SQLITE_FULL'))).toBe(false);
  });
});
