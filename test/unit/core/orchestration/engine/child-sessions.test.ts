import { describe, expect, it } from 'vitest';
import type { EventData, SessionId } from '../../../../../core/contract/index.ts';
import { realEffects } from '../../../../../core/effects/index.ts';
import {
  createRun,
  pauseInputs,
  type RunPorts,
  replaySession,
  resumeInputs,
  SessionRun,
  stateOf,
  stopInputs,
} from '../../../../../core/orchestration/index.ts';
import { currentOwner } from '../../../../../core/storage/index.ts';
import { openEngineBench } from '../../../../support/engine-bench.ts';
import { createdWorkflow } from '../../../../support/workflow-run.ts';
import { childDone } from '../protocols/workflow/drive-workflow.ts';

const graph = {
  nodes: [
    { id: 'talk', kind: 'session', prompt: 'Is it right?', session: { mode: 'debate', agents: ['Athena'] } },
    { id: 'end', prompt: 'Sum up.', deps: ['talk'] },
  ],
};

type RunChild = NonNullable<RunPorts['runChild']>;

const begin = async (runChild: RunChild, created = createdWorkflow(graph)) => {
  const bench = await openEngineBench();
  const id = realEffects.ids.uuid() as SessionId;
  const writer = await bench.store.createSession(id, currentOwner(realEffects));
  const run = createRun(id, created, { ...bench.portsFor(writer), runChild });
  return { bench, id, run };
};

const doneWith = (
  intent: EventData<'child-started'>,
  outcome: EventData<'child-ended'>['outcome'] = 'completed',
) => ({
  ...childDone(intent.node, 'They agreed.'),
  session_id: intent.session_id,
  outcome,
  totals: { usd: 0.5, tokens: { input: 100, output: 20 }, calls: 3, repeated_calls: 1 },
});

const aborted = (signal: AbortSignal): Promise<string> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(signal.reason as string);
    signal.addEventListener('abort', () => resolve(signal.reason as string));
  });

const until = async (condition: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 2000 && !condition(); tries += 1) await realEffects.clock.sleep(5);
  expect(condition()).toBe(true);
};

describe('the session inside of a node', () => {
  it('is run once, hands its result on and is counted', async () => {
    const intents: EventData<'child-started'>[] = [];
    const { bench, id, run } = await begin(async (intent) => {
      intents.push(intent);
      return doneWith(intent);
    });
    await run.start();
    const ended = await run.ended;
    expect(intents).toHaveLength(1);
    expect(intents[0]?.specification).toMatchObject({ mode: 'debate', topic: 'Is it right?', seed: 7 });
    expect(ended).toMatchObject({ outcome: 'completed', totals: { calls: 4, repeated_calls: 1, usd: 0.5 } });
    const events = await bench.events(id);
    const prompt = events.find((event) => event.type === 'call-started')?.data.messages[1]?.content;
    expect(prompt).toContain('## Result: talk\n| They agreed.');
    expect(await replaySession(id, bench.store.read(id))).toMatchObject({ equal: true });
  });

  it('pauses with the session around it, and goes on under the same id', async () => {
    const seen: string[] = [];
    let rounds = 0;
    const { run } = await begin(async (intent, signal) => {
      seen.push(intent.session_id);
      rounds += 1;
      if (rounds > 1) return doneWith(intent);
      expect(await aborted(signal)).toBe('paused');
      return null;
    });
    await run.start();
    await until(() => seen.length === 1);
    await run.act(pauseInputs(run.state, 'now', 'user'));
    await until(() => run.state.phase.kind === 'paused');
    await run.act(resumeInputs(run.state));
    expect(await run.ended).toMatchObject({ outcome: 'completed' });
    expect(new Set(seen).size).toBe(1);
    expect(seen).toHaveLength(2);
  });

  it('is stopped with the session around it, and what it came to is kept', async () => {
    const { run, bench, id } = await begin(async (intent, signal) => {
      expect(await aborted(signal)).toBe('stopped');
      return doneWith(intent, 'stopped');
    });
    await run.start();
    await until(() => run.state.children.size === 1);
    await run.act(stopInputs(run.state, false, 'user'));
    expect(await run.ended).toMatchObject({ outcome: 'stopped', totals: { calls: 3 } });
    expect(await replaySession(id, bench.store.read(id))).toMatchObject({ equal: true });
  });

  it('is taken over after a crash, and never started a second time', async () => {
    const first = await begin(async (_intent, signal) => {
      await aborted(signal);
      return null;
    });
    await first.run.start();
    await until(() => first.run.state.children.size === 1);
    await first.run.interrupt('signal');
    await first.run.ended.catch(() => {});
    const before = [...first.run.state.children.values()][0]?.session_id;
    const state = await stateOf(first.id, first.bench.store.read(first.id));
    const intents: string[] = [];
    const writer = await first.bench.store.takeSession(first.id, currentOwner(realEffects));
    const run = new SessionRun(state, {
      ...first.bench.portsFor(writer),
      runChild: async (intent) => {
        intents.push(intent.session_id);
        return doneWith(intent);
      },
    });
    await run.start([
      { type: 'session-resumed', data: { reason: 'signal', lost_calls: [], incomplete: [] } },
    ]);
    expect(await run.ended).toMatchObject({ outcome: 'completed' });
    expect(intents).toEqual([before]);
    const events = await first.bench.events(first.id);
    expect(events.filter((event) => event.type === 'child-started')).toHaveLength(1);
  });

  it('fails its node when it came to no result, and ends the run as a failure', async () => {
    const { run } = await begin(async (intent) => doneWith(intent, 'no-provider'));
    await run.start();
    expect(await run.ended).toMatchObject({ outcome: 'no-provider', exit_code: 5 });
  });
});
