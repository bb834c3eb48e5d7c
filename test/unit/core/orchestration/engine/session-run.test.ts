import { describe, expect, it } from 'vitest';
import type { SessionId } from '../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../core/effects/index.ts';
import { replaySession } from '../../../../../core/orchestration/engine/replay.ts';
import {
  pauseInputs,
  resumeInputs,
  stepInputs,
  stopInputs,
} from '../../../../../core/orchestration/index.ts';
import { createdWith } from '../../../../support/cast.ts';
import { openEngineBench, outline } from '../../../../support/engine-bench.ts';

const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 2000 && !condition(); tries += 1) await realEffects.clock.sleep(5);
  expect(condition()).toBe(true);
};

describe('a session that runs', () => {
  it('records every turn of a debate, its synthesis and its end, and replays to the same bytes', async () => {
    const bench = await openEngineBench();
    const run = await bench.create(createdWith());
    await run.start();
    const ended = await run.ended;
    const events = await bench.events(ended.session_id);
    const turns = events.filter((event) => event.type === 'turn-ended');
    expect(turns).toHaveLength(10);
    expect(ended).toMatchObject({ outcome: 'completed', exit_code: 0, rounds_executed: 3, stub: true });
    expect(ended.totals.calls).toBe(10);
    expect(events.at(-1)?.type).toBe('session-ended');
    const report = await replaySession(ended.session_id, bench.store.read(ended.session_id as SessionId));
    expect(report).toMatchObject({ equal: true, calls: 10, events: events.length });
  });

  it('records the intent of a call before its outcome, with the exact messages', async () => {
    const bench = await openEngineBench();
    const run = await bench.create(createdWith({ max_rounds: 1 }));
    await run.start();
    const { session_id } = await run.ended;
    const events = await bench.events(session_id);
    for (const ended of events.filter((event) => event.type === 'call-ended')) {
      const started = events.find(
        (event) => event.type === 'call-started' && event.data.call_id === ended.data.call_id,
      );
      expect(started?.seq).toBeLessThan(ended.seq);
    }
    const first = events.find((event) => event.type === 'call-started');
    expect(first?.data.messages.map((message) => message.role)).toEqual(['system', 'user']);
    expect(first?.data.messages[1]?.content).toContain('Designing a resilient edge network');
  });

  it('records the attempts that were made again before the outcome, counts them on the turn, and replays', async () => {
    const bench = await openEngineBench({ faults: [{ kind: 'error', at: [1], agent: 'Athena' }] });
    const run = await bench.create(createdWith({ max_rounds: 1 }));
    await run.start();
    const ended = await run.ended;
    expect(ended).toMatchObject({ outcome: 'completed', exit_code: 0 });
    const events = await bench.events(ended.session_id);
    const retried = events.filter((event) => event.type === 'call-retried');
    expect(retried).toHaveLength(1);
    expect(retried[0]?.data).toMatchObject({
      call_id: '1.1',
      attempt: 1,
      error: { code: 'provider/server' },
    });
    const end = events.find((event) => event.type === 'call-ended' && event.data.call_id === '1.1');
    expect(retried[0]?.seq).toBeLessThan(end?.seq ?? 0);
    const turns = events.filter((event) => event.type === 'turn-ended');
    expect(turns.map(({ data }) => data.attempts)).toEqual([2, ...turns.slice(1).map(() => 1)]);
    const report = await replaySession(ended.session_id, bench.store.read(ended.session_id as SessionId));
    expect(report).toMatchObject({ equal: true, first_difference: null });
  });

  it('gives answers again where the specification wants it, labelled, and replays', async () => {
    const bench = await openEngineBench();
    const debates = [];
    for (let run = 0; run < 2; run += 1) {
      const session = await bench.create(createdWith({ max_rounds: 1, cache: { ttl_s: 60 } }));
      await session.start();
      debates.push((await session.ended).session_id);
    }
    const cachedIn = async (id: string) =>
      (await bench.events(id)).filter(
        (event) =>
          event.type === 'call-ended' && event.data.outcome.kind === 'answered' && event.data.outcome.cached,
      ).length;
    expect(await cachedIn(debates[0] ?? '')).toBe(0);
    expect(await cachedIn(debates[1] ?? '')).toBeGreaterThan(0);
    const report = await replaySession(debates[1] ?? '', bench.store.read(debates[1] as SessionId));
    expect(report.equal).toBe(true);
  });

  it('pauses after the running turn, takes one step, and goes on', async () => {
    const bench = await openEngineBench({ latency_ms: 20 });
    const run = await bench.create(createdWith({ max_rounds: 2 }));
    await run.start();
    await run.act(pauseInputs(run.state, 'after-turn', 'user'));
    await until(() => run.state.phase.kind === 'paused');
    const before = run.state.turnsStarted;
    await run.act(stepInputs(run.state));
    await until(() => run.state.phase.kind === 'paused');
    expect(run.state.turnsStarted).toBe(before + 1);
    await run.act(resumeInputs(run.state));
    const ended = await run.ended;
    expect(ended.outcome).toBe('completed');
    const report = await replaySession(ended.session_id, bench.store.read(ended.session_id as SessionId));
    expect(report.first_difference).toBeNull();
  });

  it('gives up running calls when it pauses now, and asks the turn again later', async () => {
    const bench = await openEngineBench({ tokens_per_s: 200 });
    const run = await bench.create(createdWith({ max_rounds: 1, agents: ['Athena@1.0.0', 'Apollo@1.0.0'] }));
    await run.start();
    await until(() => bench.signals.length > 2);
    await run.act(pauseInputs(run.state, 'now', 'user'));
    await until(() => run.state.phase.kind === 'paused');
    expect(run.state.open.size).toBe(1);
    await run.act(resumeInputs(run.state));
    await until(() => run.state.turnsStarted > 1);
    const id = run.state.sessionId;
    await run.interrupt('test over');
    const events = await bench.events(id);
    const abandoned = events.find(
      (event) => event.type === 'call-ended' && event.data.outcome.kind === 'abandoned',
    );
    expect(abandoned?.data).toMatchObject({ outcome: { reason: 'paused' } });
    expect(events.find((event) => event.type === 'turn-ended')?.data).toMatchObject({ attempts: 2 });
  });

  it('stops with a synthesis of what there is', async () => {
    const bench = await openEngineBench({ latency_ms: 20 });
    const run = await bench.create(createdWith({ max_rounds: 6 }));
    await run.start();
    await until(() => run.state.recent.length >= 2);
    await run.act(stopInputs(run.state, true, 'user'));
    const ended = await run.ended;
    expect(ended).toMatchObject({ outcome: 'stopped', exit_code: 0 });
    const lines = outline(await bench.events(ended.session_id));
    expect(lines.some((line) => line.startsWith('turn-ended Synthesizer'))).toBe(true);
    expect(lines.at(-1)).toBe('session-ended');
  });

  it('ends with exit code 4 when the next call does not fit the token cap, and passes no cap', async () => {
    const bench = await openEngineBench();
    const run = await bench.create(createdWith({ max_rounds: 6, budget: { tokens: 5000 } }));
    await run.start();
    const ended = await run.ended;
    expect(ended).toMatchObject({ outcome: 'budget-exhausted', exit_code: 4 });
    expect(ended.totals.tokens.input + ended.totals.tokens.output).toBeLessThanOrEqual(5000);
  });

  it('ends with exit code 4 when the time cap passes', async () => {
    const bench = await openEngineBench({ faults: [{ kind: 'hang', at: [2] }] });
    const run = await bench.create(createdWith({ max_rounds: 6, budget: { seconds: 0.2 } }));
    await run.start();
    const ended = await run.ended;
    expect(ended).toMatchObject({ outcome: 'budget-exhausted', exit_code: 4 });
    const report = await replaySession(ended.session_id, bench.store.read(ended.session_id as SessionId));
    expect(report.first_difference).toBeNull();
  });

  it('falls back along the chain and marks the turn; ends with exit code 5 when no link answers', async () => {
    const bench = await openEngineBench({ faults: [{ kind: 'error', every: 1 }] }, undefined);
    const run = await bench.create(createdWith({}, ['stub/voter', 'stub/debater']));
    await run.start();
    const ended = await run.ended;
    expect(ended).toMatchObject({ outcome: 'no-provider', exit_code: 5 });
    const failed = (await bench.events(ended.session_id)).find((event) => event.type === 'turn-failed');
    expect(failed?.data).toMatchObject({ attempts: 6, error: { code: 'provider/server' } });
  });

  it('hears every interjection in later prompts, and a whisper only by its addressee', async () => {
    // Each answers the same words, so that nobody hears the whisper in an answer.
    const bench = await openEngineBench({ latency_ms: 10, script: [{ reply: 'Position: noted.' }] });
    const run = await bench.create(createdWith({ max_rounds: 2 }, ['stub/scripted']));
    // A commit may take longer than the whole session does on a busy machine, so the start is not waited for.
    const started = run.start();
    await run.act([
      {
        type: 'interjection-recorded',
        data: { from: 'moderator', to: 'all', text: 'Mind the budget.', whisper: false },
      },
      {
        type: 'interjection-recorded',
        data: { from: 'user', to: 'Apollo', text: 'Take the other side.', whisper: true },
      },
    ]);
    await started;
    const { session_id } = await run.ended;
    const events = await bench.events(session_id);
    const turnAgent = new Map(
      events.flatMap((event) =>
        event.type === 'turn-started' ? [[event.data.task_id, event.data.agent]] : [],
      ),
    );
    const heardBy = (words: string) =>
      new Set(
        events.flatMap((event) =>
          event.type === 'call-started' && event.data.messages.some((one) => one.content.includes(words))
            ? [turnAgent.get(event.data.task_id)]
            : [],
        ),
      );
    expect(heardBy('Mind the budget.').size).toBeGreaterThan(2);
    expect([...heardBy('Take the other side.')]).toEqual(['Apollo']);
  });

  it('gives itself up in an orderly way: the text so far is kept and the session is not ended', async () => {
    const bench = await openEngineBench({ tokens_per_s: 200 });
    const run = await bench.create(createdWith());
    await run.start();
    await until(() => bench.signals.length > 3);
    await run.interrupt('shutdown');
    await expect(run.ended).rejects.toMatchObject({ code: 'session/interrupted', exitCode: 6 });
    const events = await bench.events(run.state.sessionId);
    expect(events.at(-1)).toMatchObject({ type: 'session-interrupted', data: { reason: 'shutdown' } });
    const given = events.find((event) => event.type === 'call-ended');
    expect(given?.data.outcome.kind).toBe('abandoned');
    await expect(run.act([])).rejects.toMatchObject({ code: 'session/wrong-state' });
  });
});
