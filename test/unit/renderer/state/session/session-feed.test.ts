import { describe, expect, it } from 'vitest';
import {
  AgentNetError,
  type CoreApi,
  type EventDraft,
  type GraphRunView,
  type SessionSnapshot,
  type Turn,
  type WatchMessage,
} from '../../../../../core/contract/index.ts';
import { createSessionFeed } from '../../../../../renderer/state/session/session-feed.ts';
import { nodeRun } from '../graph-run/node-run.ts';
import { snapshot, stage } from './sample-snapshot.ts';

const id = snapshot().id;
const stored = snapshot({ rounds: [stage(1, ['Athena'])], last_seq: 10 });

const event = (seq: number, draft: { type: EventDraft['type']; data: object }): WatchMessage =>
  ({
    kind: 'event',
    event: { ...draft, seq, at: seq, session_id: id, version: 1, prev: '', hash: '' },
  }) as never;

const started = (seq: number, task: string) =>
  event(seq, {
    type: 'turn-started',
    data: {
      task_id: task,
      round: 1,
      speaker_index: 0,
      agent: 'Athena',
      version: 'agent:Athena@1.0.0',
      kind: 'position',
    },
  });

const turn = (task: string): Turn =>
  ({
    task_id: task,
    session_id: id,
    round: 1,
    speaker_index: 0,
    agent: 'Athena',
    kind: 'position',
    output: {
      content: `Words of ${task}`,
      confidence: 0.8,
      style_insights: [],
      tokens: { input: 1, output: 2 },
    },
    decision: null,
    cost: { provider: 'stub', model: 'debater', usd: 0 },
    timing: { started: 0, completed: 1, latency_ms: 10, first_token_ms: 1 },
    attempts: 1,
    stub: true,
    truncated: false,
  }) as unknown as Turn;

const text = (task: string, words: string): WatchMessage => ({
  kind: 'signal',
  signal: {
    kind: 'text-delta',
    task_id: task,
    call_id: '1.1',
    round: 1,
    speaker_index: 0,
    agent: 'Athena',
    offset: 0,
    text: words,
  },
});

interface Script {
  readonly graph?: () => Promise<GraphRunView>;
  readonly snapshot?: () => Promise<SessionSnapshot>;
  readonly tail?: (after: number) => AsyncIterable<WatchMessage>;
}

const noGraph = async () => {
  throw new Error('this session runs no task graph');
};

const feedOf = (script: Script) => {
  const frames: (() => void)[] = [];
  const asked: number[] = [];
  const core = {
    'sessions.snapshot': script.snapshot ?? (async () => stored),
    'sessions.watch': (input: { after: number }) => {
      asked.push(input.after);
      return (script.tail ?? none)(input.after);
    },
    'sessions.graph': script.graph ?? noGraph,
    'sessions.turns': async () => ({ items: [], total: 0 }),
    'sessions.events': async () => ({ items: [], last_seq: 0 }),
  } as unknown as CoreApi;
  const feed = createSessionFeed(core, id, { nextFrame: (task) => frames.push(task), now: () => 0 });
  const draw = () => {
    for (const task of frames.splice(0)) task();
  };
  return { feed, frames, asked, draw };
};

async function* none(): AsyncGenerator<WatchMessage> {}
const viewOf = (feed: ReturnType<typeof feedOf>['feed']): SessionSnapshot => {
  const state = feed.getState();
  if (state.kind !== 'ready') throw new Error(`the feed is ${state.kind}`);
  return state.view;
};

describe('createSessionFeed', () => {
  it('follows the nodes of a task graph beside the session, each from where it was read', async () => {
    const specification = { ...stored.specification, mode: 'workflow', workflow: {} };
    const view = { nodes: [nodeRun('a'), nodeRun('b')], seq: 11, paused_at: null } as unknown as GraphRunView;
    const nodeStarted = (seq: number, node: string) =>
      event(seq, { type: 'node-started', data: { node, kind: 'task', attempt: 1, agent: null } });
    const { feed } = feedOf({
      snapshot: async () => ({ ...stored, specification }) as unknown as SessionSnapshot,
      graph: async () => view,
      tail: async function* () {
        // The graph was read later than the session: what it has seen is told again and changes nothing.
        yield nodeStarted(11, 'a');
        yield nodeStarted(12, 'b');
      },
    });
    let heard = 0;
    feed.runs.subscribe('b', () => {
      heard += 1;
    });
    await feed.run(new AbortController().signal);
    const state = feed.getState();
    if (state.kind !== 'ready' || state.run === null) throw new Error('there is no run');
    expect(state.run.nodes.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'waiting'],
      ['b', 'running'],
    ]);
    expect(feed.runs.get('b')?.status).toBe('running');
    expect(heard).toBe(2);
    expect(view.nodes[1]?.status).toBe('waiting');
  });

  it('asks for no graph where there is none', async () => {
    const { feed } = feedOf({});
    await feed.run(new AbortController().signal);
    expect(feed.getState()).toMatchObject({ kind: 'ready', run: null });
  });

  it('shows the snapshot and goes on behind its last event', async () => {
    const { feed, asked } = feedOf({});
    expect(feed.getState().kind).toBe('loading');
    await feed.run(new AbortController().signal);
    expect(viewOf(feed).rounds).toHaveLength(1);
    expect(asked).toEqual([10]);
  });

  it('folds all that came between two pictures into one state', async () => {
    const { feed, frames, draw } = feedOf({
      tail: async function* () {
        yield started(11, 'a');
        yield text('a', 'Three vot');
        yield event(12, { type: 'turn-ended', data: turn('a') });
        yield started(13, 'b');
        yield text('b', 'Five');
        // The stream stays open, as that of a running session does.
        await new Promise(() => undefined);
      },
    });
    let states = 0;
    feed.subscribe(() => {
      states += 1;
    });
    void feed.run(new AbortController().signal);
    await new Promise((resolve) => setImmediate(resolve));
    const before = states;
    expect(frames).toHaveLength(1);
    draw();
    expect(states).toBe(before + 1);
    expect(viewOf(feed).turns.map(({ task_id }) => task_id)).toEqual(['a']);
    expect(viewOf(feed).running.map(({ task_id }) => task_id)).toEqual(['b']);
    expect(feed.pages.get(0)?.output.content).toBe('Words of a');
    expect(feed.live.get('a')).toBeUndefined();
    expect(feed.live.get('b')?.text).toBe('Five');
  });

  it('lets go of the text of a call that broke off, and keeps that of one that answered', async () => {
    const ended = (seq: number, task: string, outcome: object) =>
      event(seq, { type: 'call-ended', data: { call_id: '1.1', task_id: task, outcome } });
    const { feed } = feedOf({
      tail: async function* () {
        yield started(11, 'a');
        yield started(12, 'b');
        yield text('a', 'Three vot');
        yield text('b', 'Five');
        yield ended(13, 'a', { kind: 'abandoned', reason: 'paused', partial_text: 'Three vot' });
        yield ended(14, 'b', { kind: 'answered', text: 'Five' });
      },
    });
    await feed.run(new AbortController().signal);
    expect(feed.live.get('a')).toBeUndefined();
    expect(feed.live.get('b')?.text).toBe('Five');
    expect(viewOf(feed).incomplete).toMatchObject([{ task_id: 'a', text: 'Three vot' }]);
  });

  it('counts no event twice, however often the tail is taken up again', async () => {
    const { feed } = feedOf({
      tail: async function* () {
        yield started(11, 'a');
        yield started(11, 'a');
        yield event(12, { type: 'turn-ended', data: turn('a') });
        yield event(12, { type: 'turn-ended', data: turn('a') });
      },
    });
    await feed.run(new AbortController().signal);
    expect(viewOf(feed).turns).toHaveLength(1);
    expect(viewOf(feed).running).toHaveLength(0);
  });

  it('does not follow a session that has ended', async () => {
    const ended = { ...stored, ended: { outcome: 'completed' } } as unknown as SessionSnapshot;
    const { feed, asked } = feedOf({ snapshot: async () => ended });
    await feed.run(new AbortController().signal);
    expect(asked).toEqual([]);
  });

  it('keeps what is shown when the tail breaks off, and says so', async () => {
    const lost = new AgentNetError('host/port-in-use', 'gone');
    const { feed } = feedOf({
      tail: async function* () {
        yield started(11, 'a');
        throw lost;
      },
    });
    await feed.run(new AbortController().signal);
    expect(feed.getState()).toMatchObject({ kind: 'ready', lost });
  });

  it('says when there is nothing to show', async () => {
    const error = new AgentNetError('input/unknown-session', 'There is no session x.');
    const { feed } = feedOf({ snapshot: () => Promise.reject(error) });
    await feed.run(new AbortController().signal);
    expect(feed.getState()).toEqual({ kind: 'failed', error });
  });

  it('is silent about a screen that was left', async () => {
    const abort = new AbortController();
    const { feed } = feedOf({
      snapshot: async () => {
        abort.abort();
        return stored;
      },
    });
    await feed.run(abort.signal);
    expect(feed.getState().kind).toBe('loading');
  });
});
