import { describe, expect, it } from 'vitest';
import type { RunEvent, SessionId } from '../../../../../core/contract/index.ts';
import { chance, realEffects } from '../../../../../core/effects/index.ts';
import { replaySession } from '../../../../../core/orchestration/engine/replay.ts';
import { resumeMark, SessionRun, stateOf } from '../../../../../core/orchestration/index.ts';
import { currentOwner } from '../../../../../core/storage/index.ts';
import { createdWith } from '../../../../support/cast.ts';
import { cutAt } from '../../../../support/cut-at.ts';
import { type EngineBench, openEngineBench } from '../../../../support/engine-bench.ts';

/** What stays the same whatever was killed in between. */
const essence = (events: readonly RunEvent[]) =>
  events.flatMap((event) =>
    event.type === 'turn-ended'
      ? [[event.data.round, event.data.speaker_index, event.data.agent, event.data.output.content]]
      : [],
  );

const batchesOf = async function* (events: readonly RunEvent[]) {
  yield events;
};

const goOn = async (bench: EngineBench, id: SessionId) => {
  const writer = await bench.store.takeSession(id, currentOwner(realEffects));
  const state = await stateOf(id, bench.store.read(id));
  const mark = resumeMark(state, []);
  const run = new SessionRun(state, bench.portsFor(writer));
  await run.start([{ type: 'session-resumed', data: mark }]);
  return { mark, ended: await run.ended };
};

describe('a session whose process died', () => {
  for (const strategy of ['round_robin', 'parallel', 'random', 'moderated'] as const) {
    it(`goes on after any event to the same turns (${strategy}), and replays`, async () => {
      const bench = await openEngineBench();
      const moderator = strategy === 'moderated' ? 'Moderator@1.0.0' : null;
      const run = await bench.create(createdWith({ strategy, moderator, max_rounds: 2 }));
      await run.start();
      const whole = await bench.events((await run.ended).session_id);
      const seed = 20260101;
      for (let turn = 0; turn < 8; turn += 1) {
        const count = 1 + Math.floor(chance(seed, strategy, turn) * (whole.length - 1));
        const id = await cutAt(bench, whole, count);
        const { mark, ended } = await goOn(bench, id);
        const events = await bench.events(id);
        expect(essence(events).sort(), `seed ${seed}, cut after event ${count}`).toEqual(
          essence(whole).sort(),
        );
        expect(ended.totals.repeated_calls).toBe(mark.lost_calls.length);
        const report = await replaySession(id, batchesOf(events));
        expect(report.first_difference, `seed ${seed}, cut after event ${count}`).toBeNull();
      }
    });
  }

  it('counts a lost call at its worst case, marked as estimated', async () => {
    const bench = await openEngineBench();
    const run = await bench.create(createdWith({ max_rounds: 1 }));
    await run.start();
    const whole = await bench.events((await run.ended).session_id);
    const count = whole.findIndex((event) => event.type === 'call-started') + 1;
    const id = await cutAt(bench, whole, count);
    const { mark } = await goOn(bench, id);
    expect(mark).toMatchObject({ reason: 'crash', lost_calls: ['1.1'] });
    const events = await bench.events(id);
    const intent = events.find((event) => event.type === 'call-started');
    const cost = events.find((event) => event.type === 'cost-recorded');
    expect(cost?.data).toMatchObject({ call_id: '1.1', estimated: true, micro_usd: 0 });
    expect((cost?.data.input_tokens ?? 0) + (cost?.data.output_tokens ?? 0)).toBe(
      intent?.data.reserved_tokens,
    );
    expect(events.filter((event) => event.type === 'call-started')[1]?.data).toMatchObject({
      call_id: '1.2',
      repeated: true,
    });
  });
});
