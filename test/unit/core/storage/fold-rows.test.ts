import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type EventDraft } from '../../../../core/contract/index.ts';
import { type FoldableRow, foldRows, searchWords } from '../../../../core/storage/fold-rows.ts';
import { summaryOf } from '../../../../core/storage/fold-session.ts';
import { sessionIdOf, wholeSession } from '../../../conformance/event-store/sample-drafts.ts';

const id = sessionIdOf(1);
const toRows = (drafts: readonly EventDraft[]): readonly FoldableRow[] =>
  drafts.map(({ type, data }, index) => ({
    seq: index + 1,
    type,
    version: 1,
    at: 1_000 + index,
    data: canonicalJson(data),
  }));

describe('foldRows', () => {
  it('gives the row of the list and the places of the turns', () => {
    const { session, turnSeqs } = foldRows(id, undefined, toRows(wholeSession(id, 3)), {});
    expect(session && summaryOf(session, false)).toMatchObject({ id, status: 'ended', turns: 3 });
    expect(turnSeqs).toEqual([5, 8, 11]);
  });

  it('comes to the same in however many pieces, through JSON in between', () => {
    const rows = toRows(wholeSession(id, 8));
    const whole = foldRows(id, undefined, rows, {});
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: rows.length - 1 })), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), rows.length];
        let session: typeof whole.session;
        const turnSeqs: number[] = [];
        for (const [index, from] of places.entries()) {
          const part = foldRows(id, session, rows.slice(from, places[index + 1] ?? from), {});
          session = part.session && JSON.parse(JSON.stringify(part.session));
          turnSeqs.push(...part.turnSeqs);
        }
        expect(JSON.stringify(session)).toBe(JSON.stringify(whole.session));
        expect(turnSeqs).toEqual(whole.turnSeqs);
      }),
      { verbose: true },
    );
  });

  it('goes past rows that it cannot read', () => {
    const rows = toRows(wholeSession(id, 3)).map((row) => {
      if (row.seq === 5) return { ...row, data: '{"cost":null}' };
      return row.seq === 6 ? { ...row, data: 'no JSON' } : row;
    });
    const { session, turnSeqs } = foldRows(id, undefined, rows, {});
    expect(session).toMatchObject({ turns: 2, calls: 2, phase: 'ended' });
    expect(turnSeqs).toEqual([8, 11]);
  });

  it.each(['{}', 'null', '{"specification":{"agents":[],"metadata":{},"name":7,"topic":"t"},"chains":{}}'])(
    'names a session that begins with %s',
    (data) => {
      const [first, ...rest] = toRows(wholeSession(id, 1));
      if (!first) throw new Error('a session has a first row');
      const { session } = foldRows(id, undefined, [{ ...first, data }, ...rest], {});
      expect(session).toMatchObject({
        id,
        name: 'Session with a damaged beginning',
        turns: 1,
        phase: 'ended',
      });
    },
  );

  it('brings old versions up first', () => {
    const rows = toRows(wholeSession(id, 1)).map((row) =>
      row.type === 'cost-recorded' ? { ...row, version: 0, data: '{"usd":0.5}' } : row,
    );
    const steps = {
      'cost-recorded': { 0: (data: unknown) => ({ micro_usd: (data as { usd: number }).usd * 1e6 }) },
    };
    expect(foldRows(id, undefined, rows, steps).session?.microUsd).toBe(500_000);
  });
});

describe('searchWords', () => {
  it('is name, topic and participants in lower case', () => {
    const { session } = foldRows(id, undefined, toRows(wholeSession(id, 0)), {});
    expect(session && searchWords(session)).toBe('edge\ndesigning a resilient edge network\nathena\napollo');
  });
});
