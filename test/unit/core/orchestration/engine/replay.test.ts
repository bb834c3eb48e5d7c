import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../../../core/contract/index.ts';
import { replaySession } from '../../../../../core/orchestration/engine/replay.ts';
import { createdWith } from '../../../../support/cast.ts';
import { openEngineBench } from '../../../../support/engine-bench.ts';

const recorded = async (): Promise<readonly RunEvent[]> => {
  const bench = await openEngineBench();
  const run = await bench.create(createdWith({ max_rounds: 2 }));
  await run.start();
  return bench.events((await run.ended).session_id);
};

const replay = (events: readonly RunEvent[]) =>
  replaySession(
    events[0]?.session_id ?? '',
    (async function* () {
      yield events;
    })(),
  );

describe('replay', () => {
  it('names the first event that is not what the engine makes of the inputs, with the place in it', async () => {
    const events = await recorded();
    const index = events.findIndex((event) => event.type === 'turn-ended');
    const changed = structuredClone(events) as RunEvent[];
    const turn = changed[index] as Extract<RunEvent, { type: 'turn-ended' }>;
    turn.data.output.content += ' And more.';
    const { equal, first_difference } = await replay(changed);
    expect(equal).toBe(false);
    expect(first_difference).toMatchObject({
      seq: index + 1,
      type: 'turn-ended',
      path: 'data.output.content',
    });
  });

  it('tells a synthesizer how the vote was counted, but not in a log from before that', async () => {
    for (const prompts of [2, undefined]) {
      const bench = await openEngineBench();
      const created = createdWith({
        mode: 'consensus',
        max_rounds: 1,
        vote: { method: 'majority', quorum: 0.5, fallback: 'plurality', options: ['Keep it', 'Drop it'] },
      });
      const run = await bench.create({ ...created, ...(prompts && { prompts }) });
      await run.start();
      const events = await bench.events((await run.ended).session_id);
      const asked = events.flatMap(({ type, data }) => (type === 'call-started' ? [data] : []));
      const [why = 'no vote was counted'] = events.flatMap(({ type, data }) =>
        type === 'vote-tallied' ? [data.why] : [],
      );
      const told = asked.map(({ sections }) => sections.some((section) => section.name === 'vote_result'));
      expect(told).toEqual([...Array(asked.length - 1).fill(false), prompts === 2]);
      if (prompts) expect(asked.at(-1)?.messages.at(-1)?.content).toContain(why);
      expect(await replay(events)).toMatchObject({ equal: true });
    }
  });

  it('names a derived event that is missing, and one that nothing called for', async () => {
    const events = await recorded();
    const index = events.findIndex((event) => event.type === 'cost-recorded');
    const renumbered = (list: readonly RunEvent[]) => list.map((event, at) => ({ ...event, seq: at + 1 }));
    const without = renumbered(events.filter((_, at) => at !== index));
    expect((await replay(without)).first_difference).toMatchObject({ seq: index + 1, path: 'type' });
    const cost = events[index] as RunEvent;
    const twice = renumbered([...events.slice(0, index + 1), cost, ...events.slice(index + 1)]);
    expect((await replay(twice)).first_difference).toMatchObject({ seq: index + 2 });
  });

  it('names a gap in the numbers, and an end that was cut off', async () => {
    const events = await recorded();
    const gap = events.filter((event) => event.seq !== 9);
    expect((await replay(gap)).first_difference).toMatchObject({ seq: 9, path: 'seq' });
    expect(await replay(events.slice(0, -1))).toMatchObject({ equal: true, events: events.length - 1 });
  });

  it('refuses a log that does not begin with session-created', async () => {
    const events = await recorded();
    const headless = events.slice(1).map((event, at) => ({ ...event, seq: at + 1 }));
    await expect(replay(headless)).rejects.toMatchObject({ code: 'storage/corrupt' });
  });
});
