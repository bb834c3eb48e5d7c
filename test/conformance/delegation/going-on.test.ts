import { describe, expect, it } from 'vitest';
import type { RunEvent, SessionId } from '../../../core/contract/index.ts';
import { chance, realEffects } from '../../../core/effects/index.ts';
import { delegationGraph } from '../../../core/graph/index.ts';
import { replaySession, resumeMark, SessionRun, stateOf } from '../../../core/orchestration/index.ts';
import { currentOwner } from '../../../core/storage/index.ts';
import { cutAt } from '../../support/cut-at.ts';
import { type EngineBench, openEngineBench } from '../../support/engine-bench.ts';
import { createdWorkflow } from '../../support/workflow-run.ts';

const SEED = 20261121;
const MAX_NODES = 5;
const ROUNDS = 2;
const MAX_DEPTH = 2;

const created = (seed: number) =>
  createdWorkflow(
    delegationGraph({
      agents: ['Athena', 'Apollo', 'Hermes'],
      planner: 'Moderator',
      reviewer: 'Athena',
      rounds: ROUNDS,
      synthesizer: 'Synthesizer',
    }),
    {
      inputs: { goal: `Move the office to a smaller building, variant ${seed}` },
      delegation: { max_nodes: MAX_NODES, max_depth: MAX_DEPTH, approve: 'auto' },
      specification: { seed, mode: 'delegation', max_output_tokens: 2_000 },
    },
  );

const goOn = async (bench: EngineBench, id: SessionId) => {
  const writer = await bench.store.takeSession(id, currentOwner(realEffects));
  const state = await stateOf(id, bench.store.read(id));
  const run = new SessionRun(state, bench.portsFor(writer));
  await run.start([{ type: 'session-resumed', data: resumeMark(state, []) }]);
  return run.ended;
};

const essence = (events: readonly RunEvent[]) => {
  const turns = events.flatMap((event) =>
    event.type === 'turn-ended'
      ? [`${event.data.round} ${event.data.speaker_index} ${event.data.node} ${event.data.output.content}`]
      : [],
  );
  const last = events.at(-1);
  return [...turns.sort(), last?.type === 'session-ended' ? last.data.topic_final : 'not ended'];
};

const withinBounds = (events: readonly RunEvent[]): void => {
  for (const event of events) {
    if (event.type === 'plan-proposed') {
      expect(event.data.revision).toBeLessThanOrEqual(ROUNDS);
      expect((event.data.graph['nodes'] as unknown[]).length).toBeLessThanOrEqual(MAX_NODES);
      expect(event.data.node.split('/').length).toBeLessThanOrEqual(MAX_DEPTH);
    }
  }
};

describe('a delegation whose process died', () => {
  it('goes on after any event to the same result, within its bounds, and replays', async () => {
    const bench = await openEngineBench();
    let revised = 0;
    let nested = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      const run = await bench.create(created(seed));
      await run.start();
      const whole = await bench.events((await run.ended).session_id);
      withinBounds(whole);
      for (const event of whole) {
        if (event.type !== 'plan-proposed') continue;
        if (event.data.revision > 1) revised += 1;
        if (event.data.node.includes('/')) nested += 1;
      }
      for (let cut = 0; cut < 6; cut += 1) {
        const count = 1 + Math.floor(chance(SEED, seed, cut) * (whole.length - 1));
        const where = `seed ${SEED}, run ${seed}, cut after event ${count} of ${whole.length}`;
        const id = await cutAt(bench, whole, count);
        const ended = await goOn(bench, id);
        expect(ended.outcome, where).toBe('completed');
        const events = await bench.events(id);
        withinBounds(events);
        expect(essence(events), where).toEqual(essence(whole));
        const done = events.flatMap((event) => (event.type === 'node-ended' ? [event.data.node] : []));
        expect(new Set(done).size, where).toBe(done.length);
        const report = await replaySession(id, bench.store.read(id));
        expect(report.first_difference, where).toBeNull();
      }
    }
    // The seeds show both: work that was sent back, and plans inside of plans.
    expect(revised).toBeGreaterThan(0);
    expect(nested).toBeGreaterThan(0);
  });
});
