import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { apiCatalog } from '../../../../core/contract/index.ts';
import {
  emptySessionRecord,
  foldSessionRecord,
  sessionDetailOf,
} from '../../../../core/projections/session-detail.ts';
import { created, ended, logOf, round, SESSION, turnEnded } from './session-log.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const detailOf = (events: ReturnType<typeof logOf>) =>
  sessionDetailOf(events.reduce(foldSessionRecord, emptySessionRecord(SESSION)), sha256);

describe('sessionDetailOf', () => {
  const events = logOf([created(), round(1), turnEnded(1, 1), turnEnded(1, 0), ended()]);

  it('is what the contract says, with the turns in speaking order', () => {
    const detail = detailOf(events);
    expect(apiCatalog['sessions.get'].output.parse(detail)).toEqual(detail);
    expect(detail).toMatchObject({
      id: SESSION,
      name: 'edge',
      status: 'ended',
      outcome: 'converged',
      reason: 'They agree.',
      converged: true,
      rounds_executed: 1,
      topic_start: 'A resilient edge network',
      topic_final: 'Build it twice.',
      participants: ['Athena', 'Apollo'],
      created_at: 1_700_000_001_000,
      ended_at: 1_700_000_005_000,
    });
    expect(detail?.turns.map(({ agent }) => agent)).toEqual(['Athena', 'Apollo']);
  });

  it('has a digest that hangs on what was said and decided, and only on that', () => {
    const digest = detailOf(events)?.digest;
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const swapped = logOf([
      created(),
      round(1),
      turnEnded(1, 0),
      turnEnded(1, 1, { attempts: 3 }),
      ended({ reason: 'x' }),
    ]);
    expect(detailOf(swapped)?.digest).toBe(digest);
    const other = logOf([created(), round(1), turnEnded(1, 0, { decision: 'A' }), turnEnded(1, 1), ended()]);
    expect(detailOf(other)?.digest).not.toBe(digest);
  });

  it('shows a session that has not ended, and takes each event once', () => {
    const record = [...events.slice(0, 3), ...events.slice(0, 3)].reduce(
      foldSessionRecord,
      emptySessionRecord(SESSION),
    );
    const detail = sessionDetailOf(record, sha256);
    expect(detail).toMatchObject({
      status: 'running',
      outcome: null,
      topic_final: null,
      rounds_executed: 1,
      ended_at: null,
    });
    expect(detail?.turns).toHaveLength(1);
  });

  it('is undefined before session-created', () => {
    expect(detailOf(events.slice(1))).toBeUndefined();
  });
});
