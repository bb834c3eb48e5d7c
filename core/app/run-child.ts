import {
  type EventData,
  type EventDraft,
  type SessionEnded,
  type SessionId,
  sessionId,
  toAgentNetError,
} from '../contract/index.ts';
import { pauseInputs, type RunPorts, type SessionState, stopInputs } from '../orchestration/index.ts';
import type { EventStore } from '../storage/index.ts';
import type { LiveSessions } from './live-sessions.ts';

interface ChildParts {
  readonly store: Pick<EventStore, 'session'>;
  readonly live: () => Pick<LiveSessions, 'get' | 'start' | 'resume' | 'act' | 'whenEnded'>;
  /** What a session of this specification is recorded with; throws where it is wrong. */
  readonly plan: (specification: unknown) => Promise<EventData<'session-created'>>;
}

type RunChild = NonNullable<RunPorts['runChild']>;
type Intent = EventData<'child-started'>;
type Outcome = EventData<'child-ended'>;

/** Who is recorded as having paused or stopped a session with the one around it. */
const BY_PARENT = 'the session around it';

/** Runs sessions inside of nodes in this process: each is started once, whoever goes on with it later. */
export const createRunChild =
  (parts: ChildParts, parent: SessionId): RunChild =>
  async (intent, signal) => {
    const id = sessionId.parse(intent.session_id);
    try {
      if (isHeld(signal)) return null;
      const stored = await parts.store.session(id);
      if (!stored && signal.aborted) return failedOutcome(intent, 'It was given up before it began.', 1);
      // What is to be stopped is not woken first.
      if (stored?.status !== 'ended' && !signal.aborted) {
        if (stored) await parts.live().resume(id);
        else await begin(parts, parent, id, intent);
      }
      return await follow(parts, id, intent, signal);
    } catch (thrown) {
      const error = toAgentNetError(thrown);
      if (error.code === 'session/interrupted') return null;
      return failedOutcome(intent, error.message, error.exitCode);
    }
  };

const isHeld = ({ aborted, reason }: AbortSignal): boolean =>
  aborted && (reason === 'paused' || reason === 'interrupted');

const begin = async (
  { live, plan }: ChildParts,
  parent: SessionId,
  id: SessionId,
  { node, specification }: Intent,
): Promise<void> => {
  const { metadata } = specification;
  const own = typeof metadata === 'object' ? metadata : {};
  await live().start(id, await plan({ ...specification, metadata: { ...own, parent, node } }));
};

const follow = async (
  parts: ChildParts,
  id: SessionId,
  intent: Intent,
  signal: AbortSignal,
): Promise<Outcome | null> => {
  const sessions = parts.live();
  let letGo = () => {};
  const held = new Promise<null>((resolve) => {
    letGo = () => resolve(null);
  });
  const obey = async (): Promise<void> => {
    if (signal.reason === 'interrupted')
      await sessions.get(id)?.interrupt('the session around it was given up');
    else if ((await parts.store.session(id))?.status !== 'ended') {
      await sessions.act(id, (state) => actOn(state, signal));
    }
  };
  const onAbort = () =>
    void obey()
      // It may have ended meanwhile, which is told below.
      .catch(() => {})
      .then(() => (isHeld(signal) ? letGo() : undefined));
  if (signal.aborted) await obey();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    const ended = await Promise.race([sessions.whenEnded(id), held]);
    return ended && outcomeOf(intent, ended);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
};

const actOn = (state: SessionState, signal: AbortSignal): readonly EventDraft[] =>
  state.phase.kind === 'ended'
    ? []
    : signal.reason === 'paused'
      ? pauseInputs(state, 'now', BY_PARENT)
      : stopInputs(state, false, BY_PARENT);

const outcomeOf = ({ node, session_id }: Intent, ended: SessionEnded): Outcome => {
  const { outcome, exit_code, reason, decision, topic_final: output, stub, totals } = ended;
  return { node, session_id, outcome, exit_code, reason, decision, output, stub, totals };
};

const failedOutcome = ({ node, session_id }: Intent, reason: string, exitCode: number): Outcome => ({
  node,
  session_id,
  outcome: 'failed',
  exit_code: exitCode,
  reason,
  decision: null,
  output: '',
  stub: false,
  totals: { usd: 0, tokens: { input: 0, output: 0 }, calls: 0, repeated_calls: 0 },
});
