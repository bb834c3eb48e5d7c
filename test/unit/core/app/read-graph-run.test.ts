import { describe, expect, it } from 'vitest';
import { graphRunReader } from '../../../../core/app/read-graph-run.ts';
import type { RunEvent, SessionId } from '../../../../core/contract/index.ts';
import type { EventStore } from '../../../../core/storage/index.ts';
import { debate, openCore } from '../../../support/open-core.ts';

describe('graphRunReader', () => {
  it('gives the state of each node of a run, and refuses what runs no graph', async () => {
    const core = await openCore();
    const { api } = core;
    const { id } = await api['tasks.execute']({
      text: 'nodes: [{id: a}, {id: c, kind: condition, deps: [a], test: {contains: zebra}}]',
      model: 'stub/debater',
    });
    await core.whenEnded(id);
    const view = await api['sessions.graph']({ id });
    expect(view.nodes.map(({ id: node, status, branch }) => [node, status, branch])).toEqual([
      ['a', 'done', null],
      ['c', 'done', 'no'],
    ]);
    const other = await api['sessions.create'](debate({ max_rounds: 1 }));
    await core.whenEnded(other.id);
    await expect(api['sessions.graph']({ id: other.id })).rejects.toMatchObject({
      code: 'session/wrong-state',
    });
  });

  const id = 's1' as SessionId;
  const event = (seq: number, type: string, data: unknown) =>
    ({ session_id: id, seq, type, version: 1, at: seq, data, prev: '', hash: '' }) as unknown as RunEvent;
  const count = 6_100;
  const log = [
    event(1, 'session-created', {
      specification: { workflow: { graph: { nodes: [{ id: 'a' }, { id: 'b' }] }, stored: null } },
    }),
    ...Array.from({ length: count }, (_, index) =>
      event(index + 2, 'node-started', { node: index % 2 === 0 ? 'a' : 'b', attempt: index + 1 }),
    ),
  ];
  const open = () => {
    const asked: number[] = [];
    const read: EventStore['read'] = async function* (_, options = {}) {
      const after = Number(options.after ?? 0);
      asked.push(after);
      yield log.filter(({ seq }) => seq > after);
    };
    return { asked, reader: graphRunReader({ read }) };
  };

  it('reads a long run once, and then what is new', async () => {
    const { asked, reader } = open();
    const first = await reader.read(id);
    log.push(event(log.length + 1, 'node-started', { node: 'a', attempt: 9_999 }));
    const again = await reader.read(id);
    expect(asked).toEqual([0, count + 1]);
    expect(again.nodes.map(({ attempts }) => attempts)).toEqual([9_999, count]);
    expect(first.nodes.map(({ attempts }) => attempts)).toEqual([count - 1, count]);
    reader.forget(id);
    expect(await reader.read(id)).toEqual(again);
    expect(asked.at(-1)).toBe(0);
  });

  it('takes in what somebody else reads from the beginning, and nothing with a gap before it', async () => {
    const { asked, reader } = open();
    expect(reader.follow(id, 500)).toBeNull();
    const told = reader.follow(id, 0);
    for (const one of log) told?.(one);
    const view = await reader.read(id);
    expect(asked).toEqual([log.length]);
    expect(view).toEqual(await open().reader.read(id));
    expect(reader.follow(id, log.length)).not.toBeNull();
  });

  it('keeps nothing of a session without a graph', async () => {
    const { reader } = open();
    const told = reader.follow('other', 0);
    told?.(event(1, 'session-created', { specification: {} }));
    expect(reader.follow('other', 1)).toBeNull();
  });
});
