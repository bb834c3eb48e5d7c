import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../core/contract/index.ts';
import { foldSessionView } from '../../../../core/projections/fold-session-view.ts';
import { emptySessionView, sessionViewFrom, snapshotOf } from '../../../../core/projections/session-view.ts';
import { created, logOf, round, SESSION, turnEnded, turnStarted } from './session-log.ts';

const events = logOf([created(), round(1), turnStarted(1, 0), turnEnded(1, 0), turnStarted(1, 1)]);
const folded = (count: number) => events.slice(0, count).reduce(foldSessionView, emptySessionView(SESSION));

describe('snapshotOf', () => {
  it('is undefined before session-created', () => {
    expect(snapshotOf(emptySessionView(SESSION))).toBeUndefined();
  });

  it('is the same object while nothing changes, and another once something has', () => {
    const view = folded(3);
    const first = snapshotOf(view);
    expect(snapshotOf(view)).toBe(first);
    foldSessionView(view, events[3] as RunEvent);
    expect(snapshotOf(view)).not.toBe(first);
  });

  it('keeps the lists that did not change, and replaces those that did', () => {
    const view = folded(4);
    const before = snapshotOf(view);
    foldSessionView(view, events[4] as RunEvent);
    const after = snapshotOf(view);
    for (const list of [
      'turns',
      'rounds',
      'notices',
      'votes',
      'convergence',
      'incomplete',
      'by_agent',
      'participants',
    ] as const) {
      expect(after?.[list]).toBe(before?.[list]);
    }
    expect(after?.running).not.toBe(before?.running);
    expect(before?.running).toEqual([]);
    expect(after?.running).toHaveLength(1);
  });
});

describe('sessionViewFrom', () => {
  it('gives the snapshot back until something happens', () => {
    const snapshot = snapshotOf(folded(4));
    if (!snapshot) throw new Error('The log holds no session-created.');
    const view = sessionViewFrom(snapshot);
    expect(snapshotOf(view)).toBe(snapshot);
    foldSessionView(view, events[4] as RunEvent);
    expect(snapshot.running).toEqual([]);
    expect(snapshotOf(view)?.running).toHaveLength(1);
  });
});
