import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  matchExpression,
  openSearchTurns,
} from '../../../../../../core/storage/sqlite/reader/search-turns.ts';
import { openProjections } from '../../../../../../core/storage/sqlite/writer/projections.ts';
import {
  createdDraft,
  sessionIdOf,
  turnDraft,
} from '../../../../../conformance/event-store/sample-drafts.ts';
import { clock, insertSession, openEventDatabase } from '../event-database.ts';

describe('matchExpression', () => {
  it.each([
    ['edge cach', '"edge"* "cach"*'],
    ['"quoted" OR (this)', '"quoted"* "OR"* "this"*'],
    ['col:val -not a*', '"col"* "val"* "not"* "a"*'],
    ["it's 5%", '"it"* "s"* "5"*'],
    ['naïve 缓存', '"naïve"* "缓存"*'],
    [' \0 "" * ', ''],
    ['', ''],
  ])('takes %j', (query, expression) => {
    expect(matchExpression(query)).toBe(expression);
  });

  it('is bounded', () => {
    expect(matchExpression('a '.repeat(5_000)).split(' ')).toHaveLength(32);
  });
});

describe('openSearchTurns', () => {
  it('is never an error, whatever is typed', async () => {
    const file = await openEventDatabase();
    const id = sessionIdOf(1);
    insertSession(file, id, [createdDraft(), turnDraft(id, 1, 'NEAR edge AND col')]);
    const projections = openProjections(file.database, clock, {});
    while (projections.step(true));
    const search = openSearchTurns(file.database);
    expect(search('near and', 5)).toHaveLength(1);
    expect(search('near missing', 5)).toHaveLength(0);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...'"*():^-{}+ ANDORNEAR') }),
        ),
        (query) => {
          expect(search(query, 3).length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 300, verbose: true },
    );
  });

  it('gives the best first, and no more than asked for', async () => {
    const file = await openEventDatabase();
    const id = sessionIdOf(1);
    const texts = ['edge once among many other words of no interest at all', 'edge edge edge', 'nothing'];
    insertSession(file, id, [createdDraft(), ...texts.map((text, index) => turnDraft(id, index, text))]);
    const projections = openProjections(file.database, clock, {});
    while (projections.step(true));
    const search = openSearchTurns(file.database);
    expect(search('edge', 5).map(({ seq }) => seq)).toEqual([3, 2]);
    expect(search('edge', 1)[0]?.snippet).toBe('\u0002edge\u0003 \u0002edge\u0003 \u0002edge\u0003');
  });

  it('says the node of a turn of a task graph, and none of a talk', async () => {
    const file = await openEventDatabase();
    const id = sessionIdOf(1);
    const ofNode = turnDraft(id, 1, 'The harbour closes.');
    insertSession(file, id, [
      createdDraft(),
      turnDraft(id, 0, 'The harbour opens.'),
      { ...ofNode, data: { ...ofNode.data, node: 'each[0]' } },
    ]);
    const projections = openProjections(file.database, clock, {});
    while (projections.step(true));
    const hits = openSearchTurns(file.database)('harbour', 5);
    expect(hits.map(({ seq, node }) => [seq, node]).sort()).toEqual([
      [2, null],
      [3, 'each[0]'],
    ]);
  });
});
