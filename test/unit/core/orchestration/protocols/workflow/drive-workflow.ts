import { expect } from 'vitest';
import { type EventData, type EventDraft, eventOrigin } from '../../../../../../core/contract/index.ts';
import { chanceBits } from '../../../../../../core/effects/index.ts';
import {
  beginProtocol,
  type Intent,
  type RunningProtocol,
  type StartChild,
  type TakeTurn,
} from '../../../../../../core/orchestration/protocols/index.ts';
import { turnEnded, turnFailed, turnStarted } from '../synthetic-turn.ts';

export type Answer =
  | { readonly content: string; readonly decision?: string | null }
  | { readonly fails: string };

export interface Script {
  /** What a turn says, or the code it fails with. */
  readonly say: (turn: TakeTurn, attempt: number) => Answer;
  readonly child?: (child: StartChild) => EventData<'child-ended'>;
  /** What a person says to an approval; undefined: nobody answers. */
  readonly approve?: (node: string) => boolean | undefined;
  /** What a person says to a plan; undefined: nobody answers. */
  readonly plan?: (
    proposal: EventData<'plan-proposed'>,
  ) => Pick<EventData<'plan-answered'>, 'approved' | 'note'> | undefined;
  /** Inputs that fall before something else ends. */
  readonly inputs?: (step: number, open: readonly string[]) => readonly EventDraft[];
  /** Decides which of the running turns ends next. */
  readonly seed?: number;
  /** Events of a run that broke off: they are folded, and it goes on from there. */
  readonly from?: readonly EventDraft[];
}

export interface Driven {
  readonly events: readonly EventDraft[];
  readonly ends: ReadonlyMap<string, EventData<'node-ended'>>;
  readonly ended: Extract<Intent, { kind: 'finish' }>;
  readonly protocol: RunningProtocol;
  /** Most turns and sessions under way at once. */
  readonly widest: number;
}

const MOST_STEPS = 200_000;

/** The moment of the n-th event, so that a second folding sees the same clock. */
const momentOf = (index: number) => ({ at: index * 10, activeMs: index * 10 });

/**
 * Runs a graph to its end as the engine does, without models or disk, and checks at every step what must always
 * hold: the same question gets the same answer, a node starts once its dependencies have ended, and nothing of it
 * follows its end.
 */
export const driveWorkflow = (created: EventData<'session-created'>, script: Script): Driven => {
  const protocol = beginProtocol(created);
  const events: EventDraft[] = [];
  const ends = new Map<string, EventData<'node-ended'>>();
  const open = new Map<string, { readonly node: string; readonly end: () => EventDraft }>();
  const turns = new Map<string, TakeTurn>();
  const attempts = new Map<string, number>();
  const asked: Asked = { approvals: [], plans: new Map() };
  let widest = 0;
  const append = (event: EventDraft) => {
    if (event.type === 'node-ended') {
      expect(ends.has(event.data.node), `${event.data.node} ended twice`).toBe(false);
      ends.set(event.data.node, event.data);
    }
    if (event.type === 'node-started') attempts.set(event.data.node, event.data.attempt);
    if (event.type === 'approval-requested') asked.approvals.push(event.data.node);
    if (event.type === 'plan-proposed') asked.plans.set(event.data.node, event.data);
    events.push(event);
    protocol.fold(event, momentOf(events.length));
  };
  const openTurn = (intent: TakeTurn, id: string) => {
    const attempt = attempts.get(intent.work?.node ?? '') ?? 0;
    turns.set(id, intent);
    open.set(id, { node: intent.work?.node ?? '', end: () => ended(id, intent, attempt) });
  };
  const openChild = (intent: StartChild, id: string) =>
    open.set(id, { node: intent.node, end: () => childEnded(id, intent) });
  for (const event of script.from ?? []) {
    const [intent] = protocol.next();
    if (eventOrigin[event.type] === 'derived' && !event.type.startsWith('turn-')) isAskedFor(event, intent);
    if (event.type === 'turn-started' && intent?.kind === 'take-turn') openTurn(intent, event.data.task_id);
    if (event.type === 'child-started' && intent?.kind === 'start-child')
      openChild(intent, event.data.session_id);
    if (event.type === 'turn-ended' || event.type === 'turn-failed') open.delete(event.data.task_id);
    if (event.type === 'child-ended') open.delete(event.data.session_id);
    append(event);
  }
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const [intent] = protocol.next();
    expect(protocol.next()[0]).toEqual(intent);
    if (intent) {
      switch (intent.kind) {
        case 'record':
          append(intent.draft);
          break;
        case 'start-node':
          expect(ends.has(intent.node), `${intent.node} started after its end`).toBe(false);
          append({
            type: 'node-started',
            data: {
              node: intent.node,
              kind: intent.nodeKind,
              attempt: intent.attempt,
              agent: intent.agent,
            },
          });
          break;
        case 'take-turn': {
          const started = turnStarted(intent);
          const id = `${intent.work?.node} ${events.length}`;
          openTurn(intent, id);
          append({
            ...started,
            data: { ...started.data, task_id: id, node: intent.work?.node },
          } as EventDraft);
          break;
        }
        case 'start-child': {
          const id = `child of ${intent.node}`;
          openChild(intent, id);
          append({
            type: 'child-started',
            data: {
              node: intent.node,
              session_id: id,
              specification: { ...intent.specification },
              reserved_tokens: null,
              reserved_micro_usd: null,
            },
          });
          break;
        }
        case 'break':
          append({ type: 'session-paused', data: { reason: 'breakpoint', node: intent.node } });
          break;
        case 'finish':
          expect(open.size).toBe(0);
          return { events, ends, ended: intent, protocol, widest };
        case 'start-round':
          throw new Error('a graph has no rounds');
      }
      widest = Math.max(widest, open.size);
      continue;
    }
    const before = events.length;
    for (const input of script.inputs?.(
      step,
      [...open.values()].map(({ node }) => node),
    ) ?? [])
      append(input);
    if (events.length > before) {
      giveUpWhatMustEnd();
      continue;
    }
    const waiting = waitingFor(protocol, asked, script);
    const ids = [...open.keys()];
    const pick = chanceBits(script.seed ?? 0, 'next', step) % (ids.length + waiting.length || 1);
    if (pick < waiting.length) append(waiting[pick] as EventDraft);
    else {
      const id = ids[pick - waiting.length];
      if (id === undefined) throw new Error('nothing due, nothing running, nothing waited for');
      const { end } = open.get(id) as { end: () => EventDraft };
      open.delete(id);
      append(end());
    }
  }
  throw new Error('the graph did not end');

  function ended(id: string, intent: TakeTurn, attempt: number): EventDraft {
    const { cancelled } = intent.work?.control ?? { cancelled: null };
    const said = script.say(intent, attempt);
    const node = intent.work?.node;
    if (cancelled !== null || 'fails' in said) {
      const code =
        cancelled === 'skipped'
          ? 'session/skipped'
          : cancelled === 'timeout'
            ? 'node/timeout'
            : (said as { fails: string }).fails;
      const failed = turnFailed(intent, code);
      return { ...failed, data: { ...failed.data, task_id: id, node } } as EventDraft;
    }
    const whole = turnEnded(intent, {});
    return {
      ...whole,
      data: {
        ...whole.data,
        task_id: id,
        node,
        output: { ...whole.data.output, content: said.content },
        decision: said.decision ?? null,
      },
    } as EventDraft;
  }

  function childEnded(id: string, intent: StartChild): EventDraft {
    const data = script.child?.(intent) ?? childDone(intent.node, `session of ${intent.node}`);
    return { type: 'child-ended', data: { ...data, session_id: id } };
  }

  /** The engine gives running turns up on a stop and on a cap, and records that. */
  function giveUpWhatMustEnd(): void {
    const last = events.at(-1);
    const code = last?.type === 'stop-requested' ? 'session/stopped' : 'budget/exceeded';
    if (last?.type !== 'stop-requested' && last?.type !== 'deadline-passed') return;
    for (const [id] of [...open]) {
      const intent = turns.get(id);
      open.delete(id);
      if (!intent) {
        append({
          type: 'child-ended',
          data: { ...childDone(id.slice('child of '.length), ''), session_id: id, outcome: 'stopped' },
        });
        continue;
      }
      const failed = turnFailed(intent, code);
      append({ ...failed, data: { ...failed.data, task_id: id, node: intent.work?.node } } as EventDraft);
    }
  }
};

/** A recorded event is what the protocol asks for at its place. */
const isAskedFor = (event: EventDraft, intent: Intent | undefined): void => {
  const kinds: Partial<Record<EventDraft['type'], Intent['kind']>> = {
    'node-started': 'start-node',
    'child-started': 'start-child',
    'session-paused': 'break',
  };
  expect(intent?.kind).toBe(kinds[event.type] ?? 'record');
  if (intent?.kind === 'record') expect(intent.draft).toEqual(event);
};

export const childDone = (node: string, output: string): EventData<'child-ended'> => ({
  node,
  session_id: '',
  outcome: 'completed',
  exit_code: 0,
  reason: 'done',
  decision: null,
  output,
  stub: true,
  totals: { usd: 0, tokens: { input: 0, output: 0 }, calls: 1, repeated_calls: 0 },
});

/** What a person was asked: nodes that wait, and the newest plan of each that delegates. */
interface Asked {
  readonly approvals: string[];
  readonly plans: Map<string, EventData<'plan-proposed'>>;
}

/** What the clock or a person may bring next. */
const waitingFor = (
  protocol: RunningProtocol,
  { approvals, plans }: Asked,
  script: Script,
): readonly EventDraft[] => {
  const inputs: EventDraft[] = [];
  const timer = protocol.nextTimer();
  if (timer?.kind === 'due') inputs.push({ type: 'node-due', data: { node: timer.node } });
  for (const [node, proposal] of plans) {
    const answer = protocol.standingOf(node) === 'awaiting' ? script.plan?.(proposal) : undefined;
    const { revision } = proposal;
    if (answer) inputs.push({ type: 'plan-answered', data: { by: 'user', node, revision, ...answer } });
  }
  for (const node of approvals) {
    if (protocol.standingOf(node) !== 'awaiting') continue;
    const approved = script.approve?.(node);
    if (approved === undefined) continue;
    inputs.push({
      type: 'approval-answered',
      data: { by: 'user', node, approved, note: '' },
    });
  }
  return inputs;
};
