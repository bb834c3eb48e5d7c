import { describe, expect, it } from 'vitest';
import type { Core } from '../../../../core/app/index.ts';
import type { RunEvent } from '../../../../core/contract/index.ts';
import { openCore } from '../../../support/open-core.ts';

const GRAPH = `
nodes:
  - id: talk
    kind: session
    prompt: "Is this good?"
    session: {mode: debate, agents: [Athena, Apollo], max_rounds: 3, convergence: false}
  - {id: after, deps: [talk]}
`;

const inside = async (core: Core, parent: string) => (await core.api['sessions.list']({ parent })).items;
const eventsOf = async (core: Core, id: string) =>
  (await core.api['sessions.events']({ id, limit: 10_000 })).items as readonly RunEvent[];
const contents = async (core: Core, id: string) =>
  (await core.api['sessions.get']({ id })).turns.map(({ output }) => output.content);

/** A run with a session inside that has two turns, and the number of its newest event. */
const talking = async (core: Core) => {
  await core.api['settings.set']({ stub: { latency_ms: 60, tokens_per_s: 0 } });
  const { id } = await core.api['tasks.execute']({ text: GRAPH, model: 'stub/debater', seed: 5 });
  for (;;) {
    const [child] = await inside(core, id);
    if (child && child.turns >= 2) return { id, child: child.id, seq: (await eventsOf(core, id)).length };
  }
};

describe('a fork taken while a session runs inside of a node', () => {
  it('has a session of its own, as far as the other one was then, and both come to their ends', async () => {
    const core = await openCore();
    const { id, child, seq } = await talking(core);
    await core.api['sessions.pause']({ id, when: 'now' });
    const paused = (await eventsOf(core, id)).length;
    expect(paused).toBeGreaterThan(seq);
    const fork = await core.api['sessions.fork']({ id, seq: paused });
    await core.whenEnded(fork.id);
    const [copy, ...others] = await inside(core, fork.id);
    expect(others).toEqual([]);
    expect(copy?.id).not.toBe(child);
    expect(copy).toMatchObject({ status: 'ended', parent: fork.id });
    // The one it comes from has not moved meanwhile.
    expect(await inside(core, id)).toMatchObject([{ id: child, status: 'paused' }]);
    await core.api['sessions.resume']({ id });
    await core.whenEnded(id);
    const copyId = copy?.id ?? '';
    const [first] = await eventsOf(core, copyId);
    expect(first).toMatchObject({ data: { forked_from: { session_id: child } } });
    const said = await contents(core, copyId);
    expect(said.slice(0, 2)).toEqual((await contents(core, child)).slice(0, 2));
    for (const one of [id, child, fork.id, copyId]) {
      expect(await core.api['sessions.replay']({ id: one })).toMatchObject({ equal: true });
      expect(await core.api['sessions.verify']({ id: one })).toMatchObject({ ok: true });
    }
    const { nodes } = await core.api['sessions.graph']({ id: fork.id });
    expect(nodes[0]).toMatchObject({ status: 'done', child_session: copyId });
  });

  it('takes over what was answered up to that moment, and begins anew what had not begun', async () => {
    const core = await openCore();
    const { id, child, seq } = await talking(core);
    const late = await core.api['sessions.fork']({ id, seq });
    const intent = (await eventsOf(core, id)).find(({ type }) => type === 'child-started')?.seq ?? 1;
    const early = await core.api['sessions.fork']({ id, seq: intent - 1 });
    await Promise.all([id, late.id, early.id].map((one) => core.whenEnded(one)));
    const [[taken], [anew]] = await Promise.all([inside(core, late.id), inside(core, early.id)]);
    const created = async (one: string) => (await eventsOf(core, one))[0]?.data;
    expect(await created(taken?.id ?? '')).toMatchObject({ forked_from: { session_id: child } });
    expect(await created(anew?.id ?? '')).toMatchObject({ forked_from: null });
    expect(new Set([child, taken?.id, anew?.id]).size).toBe(3);
    // The same seed: the same words, whoever asked.
    for (const one of [taken, anew])
      expect(await contents(core, one?.id ?? '')).toEqual(await contents(core, child));
    // What was copied is not paid for again: only the rest is counted as calls of the copy's own.
    const ends = (await eventsOf(core, taken?.id ?? '')).flatMap(({ type, seq: at }) =>
      type === 'call-ended' ? [at] : [],
    );
    const first = (await created(taken?.id ?? '')) as { forked_from: { seq: number } };
    expect(ends.filter((at) => at <= first.forked_from.seq).length).toBeGreaterThanOrEqual(2);
  });
});
