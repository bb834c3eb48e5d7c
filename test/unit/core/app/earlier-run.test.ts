import { describe, expect, it } from 'vitest';
import { readEarlierRun } from '../../../../core/app/earlier-run.ts';
import type { RunEvent, SessionSummary } from '../../../../core/contract/index.ts';

const id = '5e551000-0000-4000-8000-000000000001';
const store = (events: readonly (readonly [RunEvent['type'], object])[]) => ({
  session: async () => ({}) as SessionSummary,
  read: async function* () {
    yield events.map(([type, data]) => ({ type, data }) as unknown as RunEvent);
  },
});
const created = ['session-created', { specification: { workflow: { graph: { nodes: [] } } } }] as const;
const ended = (node: string, more: object) =>
  ['node-ended', { node, status: 'done', task_id: null, branch: null, ...more }] as const;

describe('readEarlierRun', () => {
  it('takes outputs from nodes, or from the turns that hold them', async () => {
    const run = await readEarlierRun(
      store([
        created,
        ['turn-ended', { task_id: 't1', output: { content: 'words' } }],
        ended('a', { task_id: 't1' }),
        ended('b', { output: ['x', 'y'] }),
        ended('c', { branch: 'no' }),
        ended('d', { status: 'failed' }),
        ended('e', { status: 'skipped' }),
      ]),
      id,
    );
    expect([...run.outputs]).toEqual([
      ['a', { output: 'words', branch: null }],
      ['b', { output: ['x', 'y'], branch: null }],
      ['c', { output: null, branch: 'no' }],
    ]);
    expect(run.statuses.get('d')).toBe('failed');
    expect(run.statuses.get('e')).toBe('skipped');
  });

  it('refuses a session without a task graph, and one that is not there', async () => {
    await expect(
      readEarlierRun(store([['session-created', { specification: {} }]]), id),
    ).rejects.toMatchObject({ code: 'session/wrong-state' });
    await expect(readEarlierRun(store([]), 'x')).rejects.toMatchObject({ code: 'input/unknown-session' });
  });
});
