import { describe, expect, it } from 'vitest';
import type { Core } from '../../../../core/app/index.ts';
import { openCore } from '../../../support/open-core.ts';

const GRAPH = `
nodes:
  - {id: a}
  - id: talk
    kind: session
    deps: [a]
    prompt: "Is this good: {{a.output}}"
    session: {mode: debate, agents: [Athena, Apollo], max_rounds: 2, convergence: false}
  - {id: b, deps: [talk]}
`;
const start = (core: Core) => core.api['tasks.execute']({ text: GRAPH, model: 'stub/debater', seed: 5 });
const inside = async (core: Core, parent: string) => (await core.api['sessions.list']({ parent })).items;

/** Resolves when the session inside has a turn. */
const talking = async (core: Core, parent: string): Promise<string> => {
  for await (const message of core.api['sessions.watch']({ id: parent })) {
    const { event } = message as { event?: { type: string; data: { session_id: string } } };
    if (event?.type !== 'child-started') continue;
    for (;;) {
      const [child] = await inside(core, parent);
      if (child && child.turns > 0) return child.id;
    }
  }
  throw new Error('It ended without a session inside.');
};

describe('a session inside of a node', () => {
  it('is a session of its own, listed under the one around it', async () => {
    const core = await openCore();
    const { id } = await start(core);
    expect(await core.whenEnded(id)).toMatchObject({ outcome: 'completed' });
    const [child, ...others] = await inside(core, id);
    expect(others).toEqual([]);
    expect(child).toMatchObject({ mode: 'debate', status: 'ended', parent: id });
    expect((await core.api['sessions.list']({})).items.map((one) => one.id)).toEqual([id]);
    const { nodes } = await core.api['sessions.graph']({ id });
    expect(nodes[1]).toMatchObject({ status: 'done', child_session: child?.id });
    expect(await core.api['sessions.delete']({ id })).toMatchObject({ other_chains_intact: true });
    expect(await inside(core, id)).toEqual([]);
  });

  it('is given up with the one around it and gone on with, never begun twice', async () => {
    const first = await openCore();
    await first.api['settings.set']({ stub: { latency_ms: 40, tokens_per_s: 0 } });
    const { id } = await start(first);
    const child = await talking(first, id);
    const { home } = first;
    await first.close();
    const second = await openCore({ home });
    await second.api['sessions.resume']({ id });
    expect(await second.whenEnded(id)).toMatchObject({ outcome: 'completed' });
    expect((await inside(second, id)).map((one) => one.id)).toEqual([child]);
    const whole = await openCore();
    const other = await start(whole);
    await whole.whenEnded(other.id);
    const digest = async (core: Core, session: string) =>
      (await core.api['sessions.get']({ id: session })).digest;
    expect(await digest(second, id)).toBe(await digest(whole, other.id));
  });

  it('pauses and ends with the one around it', async () => {
    const core = await openCore();
    await core.api['settings.set']({ stub: { latency_ms: 60, tokens_per_s: 0 } });
    const { id } = await start(core);
    const child = await talking(core, id);
    await core.api['sessions.pause']({ id, when: 'now' });
    await expect
      .poll(async () => (await core.api['sessions.summary']({ id: child })).status, { timeout: 20_000 })
      .toBe('paused');
    await core.api['sessions.stop']({ id, synthesis: false });
    expect(await core.whenEnded(id)).toMatchObject({ outcome: 'stopped' });
    expect(await core.api['sessions.summary']({ id: child })).toMatchObject({ outcome: 'stopped' });
  });
});
