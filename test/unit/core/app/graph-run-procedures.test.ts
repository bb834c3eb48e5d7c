import { describe, expect, it } from 'vitest';
import type { Core } from '../../../../core/app/index.ts';
import { openCore } from '../../../support/open-core.ts';

const APPROVAL = `
nodes:
  - {id: a}
  - {id: ok, kind: approval, deps: [a], prompt: "Fine?"}
  - {id: b, deps: [{node: ok, port: approved}]}
  - {id: c, deps: [{node: ok, port: rejected}]}
`;

const waiting = async (core: Core, id: string, node: string) => {
  for await (const message of core.api['sessions.watch']({ id })) {
    const { event } = message as { event?: { type: string; data: { node?: string } } };
    if (event?.type === 'approval-requested' && event.data.node === node) return;
  }
};
const statuses = async (core: Core, id: string) =>
  Object.fromEntries(
    (await core.api['sessions.graph']({ id })).nodes.map(({ id: node, status }) => [node, status]),
  );

describe('a run of a graph', () => {
  it('waits for a person and goes the way he says', async () => {
    const core = await openCore();
    const { id } = await core.api['tasks.execute']({ text: APPROVAL, model: 'stub/debater' });
    await waiting(core, id, 'ok');
    expect(await statuses(core, id)).toMatchObject({ a: 'done', ok: 'awaiting', b: 'waiting' });
    await expect(core.api['sessions.approve']({ id, node: 'b', approved: true })).rejects.toMatchObject({
      code: 'session/wrong-state',
      remedy: expect.stringContaining('ok'),
    });
    await core.api['sessions.approve']({ id, node: 'ok', approved: false, note: 'Too long.' });
    expect(await core.whenEnded(id)).toMatchObject({ outcome: 'completed' });
    expect(await statuses(core, id)).toEqual({ a: 'done', ok: 'done', b: 'skipped', c: 'done' });
    await expect(core.api['sessions.approve']({ id, node: 'ok', approved: true })).rejects.toMatchObject({
      code: 'session/wrong-state',
    });
    expect(await core.api['sessions.replay']({ id })).toMatchObject({ equal: true });
  });

  it('goes on from where a process left it, with the answer of a person', async () => {
    const home = (await openCore()).home;
    const first = await openCore({ home });
    const { id } = await first.api['tasks.execute']({ text: APPROVAL, model: 'stub/debater' });
    await waiting(first, id, 'ok');
    await first.close();
    const second = await openCore({ home });
    await second.api['sessions.approve']({ id, node: 'ok', approved: true, output: 'as I say' });
    expect(await second.whenEnded(id)).toMatchObject({ outcome: 'completed' });
    const events = (await second.api['sessions.events']({ id })).items as { type: string }[];
    const started = events.filter(({ type }) => type === 'node-started');
    expect(started).toHaveLength(3);
  });

  it('passes over a node that somebody skips', async () => {
    const core = await openCore();
    const { id } = await core.api['tasks.execute']({ text: APPROVAL, model: 'stub/debater' });
    await waiting(core, id, 'ok');
    await core.api['sessions.skip-node']({ id, node: 'ok' });
    await core.whenEnded(id);
    expect(await statuses(core, id)).toMatchObject({ ok: 'skipped', b: 'skipped', c: 'skipped' });
  });

  it('takes outputs of an earlier run, and runs the rest', async () => {
    const core = await openCore();
    const text = 'nodes: [{id: a}, {id: b, deps: [a]}, {id: c, deps: [b]}]';
    const first = await core.api['tasks.execute']({ text, model: 'stub/debater' });
    await core.whenEnded(first.id);
    const again = async (wishes: object, changed = text) => {
      const { id } = await core.api['tasks.execute']({
        text: changed,
        model: 'stub/debater',
        reuse: first.id,
        ...wishes,
      });
      const { totals, outcome } = await core.whenEnded(id);
      const { nodes } = await core.api['sessions.graph']({ id });
      return [outcome, totals.calls, ...nodes.map(({ source }) => source)];
    };
    expect(await again({})).toEqual(['completed', 0, 'cached', 'cached', 'cached']);
    expect(await again({ from: ['c'] })).toEqual(['completed', 1, 'cached', 'cached', 'run']);
    const changed = text.replace('id: a', 'id: a, prompt: new');
    expect(await again({}, changed)).toEqual(['completed', 3, 'run', 'run', 'run']);
    expect(await again({ from: ['c'] }, changed)).toEqual(['completed', 1, 'earlier', 'earlier', 'run']);
  });
});
