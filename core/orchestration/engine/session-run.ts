import type { GiveUpReason } from '../../agents/index.ts';
import {
  AgentNetError,
  type CallOutcome,
  type EventDraft,
  type LiveSignal,
  type SessionEnded,
  toAgentNetError,
} from '../../contract/index.ts';
import type { PartialText } from '../../storage/index.ts';
import { CallReservations } from './call-reservations.ts';
import { ChildSessions } from './child-sessions.ts';
import { derive } from './derive.ts';
import { foldSession } from './fold.ts';
import { runningCall } from './fold-calls.ts';
import { nextDeadline } from './next-deadline.ts';
import type { CallNoteDraft, RunningCall, RunPorts } from './ports.ts';
import type { OpenTurn, SessionState } from './session-state.ts';

/** Events that may wait for the disk before the engine waits too. */
const MOST_PENDING_EVENTS = 4096;
/** How often the text of unfinished turns is journalled, in milliseconds (design section 3: at most a second). */
const JOURNAL_EVERY_MS = 800;

/**
 * The one effectful loop of a session and the only writer of its log: takes inputs (outcomes, human acts,
 * the clock) one at a time, appends them, then appends everything that follows from them.
 */
export class SessionRun {
  readonly ended: Promise<SessionEnded>;
  readonly #state: SessionState;
  readonly #ports: RunPorts;
  readonly #calls = new Map<string, RunningCall>();
  readonly #inputs: EventDraft[] = [];
  readonly #reservations: CallReservations;
  readonly #children: ChildSessions;
  #resolve!: (data: SessionEnded) => void;
  #reject!: (error: Error) => void;
  #pumping: Promise<void> | null = null;
  #closed = false;
  #cancelDeadline: (() => void) | null = null;
  #cancelJournal: (() => void) | null = null;

  constructor(state: SessionState, ports: RunPorts) {
    this.#state = state;
    this.#ports = ports;
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ended.catch(() => {});
    this.#reservations = new CallReservations(ports.budgets, (answer) => {
      if (this.#closed) return;
      this.#inputs.push(answer);
      void this.#pump();
    });
    this.#children = new ChildSessions(
      ports.runChild,
      () => ports.writer.flushed(),
      (ended) => {
        if (this.#closed) return;
        this.#inputs.push(ended);
        void this.#pump();
      },
    );
    ports.writer.onFailure((error) => this.#fail(error));
  }

  get state(): Readonly<SessionState> {
    return this.#state;
  }

  /** Text of the calls under way, as signals from their beginning, for somebody who begins to watch now. */
  liveText(): readonly LiveSignal[] {
    const signals: LiveSignal[] = [];
    for (const turn of this.#state.open.values()) {
      const call = runningCall(turn);
      const running = call && this.#calls.get(call.started.call_id);
      if (!running || running.text === '') continue;
      signals.push(deltaOf(turn, running.intent.call_id, 0, running.text));
    }
    return signals;
  }

  /** Begins, or goes on after `inputs` (a resume mark); resolves when the inputs are committed. */
  start(inputs: readonly EventDraft[] = []): Promise<void> {
    return this.act(inputs);
  }

  /** Appends inputs and what follows from them; resolves when they are committed. */
  async act(inputs: readonly EventDraft[]): Promise<void> {
    await this.#ports.effects.clock.breathe();
    if (this.#closed) throw sessionGone(this.#state.sessionId);
    this.#inputs.push(...inputs);
    await this.#pump();
    await this.#ports.writer.flushed();
  }

  /** Gives the session up in an orderly way; it can be resumed. Does nothing after the end. */
  async interrupt(reason: string): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopTimers();
    const outcomes = this.#giveUpAll('interrupted');
    await this.#children.close();
    for (const draft of outcomes) this.#append(draft);
    this.#append({ type: 'session-interrupted', data: { reason } });
    try {
      await this.#ports.writer.flushed();
      await this.#ports.writer.close();
    } finally {
      this.#reject(interrupted(this.#state.sessionId, reason));
    }
  }

  /** One pump at a time; whoever asks meanwhile waits for the same one, which takes their input too. */
  #pump(): Promise<void> {
    this.#pumping ??= this.#pumpOnce().finally(() => {
      this.#pumping = null;
      // What came in after the last look, and before this pump was known to be over.
      return this.#inputs.length > 0 && !this.#closed ? this.#pump() : undefined;
    });
    return this.#pumping;
  }

  async #pumpOnce(): Promise<void> {
    try {
      await this.#advance();
      for (let input = this.#inputs.shift(); input && !this.#closed; input = this.#inputs.shift()) {
        this.#append(input);
        if (!isOfCall(input)) this.#giveUpWhatMustEnd();
        await this.#advance();
      }
    } catch (thrown) {
      this.#fail(toAgentNetError(thrown));
    }
  }

  /** Appends all derived events that are due; awaits where others have their turn, or the disk is far behind. */
  async #advance(): Promise<void> {
    for (let draft = derive(this.#state); draft && !this.#closed; draft = derive(this.#state)) {
      // Answers that have come go before turns that begin. Nothing changes meanwhile: what comes in waits for this pump.
      const others = draft.type === 'turn-started' ? this.#ports.effects.clock.breathe() : null;
      if (others) await others;
      if (this.#closed) break;
      const answer = draft.type === 'call-started' ? this.#reservations.ask(this.#state, draft) : null;
      const due = answer ? await answer : draft;
      if (this.#closed) break;
      this.#append(due);
      if (due.type === 'call-started') this.#launch(due.data.task_id);
      if (this.#ports.writer.pending > MOST_PENDING_EVENTS) await this.#ports.writer.flushed();
    }
    if (this.#closed) return;
    this.#reservations.tidy(this.#state);
    this.#children.follow(this.#state);
    if (this.#state.phase.kind === 'ended') {
      await this.#finish(this.#state.phase.data);
      return;
    }
    this.#watchDeadline();
  }

  #append(draft: EventDraft): void {
    const at = this.#ports.effects.clock.now();
    this.#ports.writer.append([draft], at);
    foldSession(this.#state, draft, at);
  }

  #launch(taskId: string): void {
    const turn = this.#state.open.get(taskId) as OpenTurn;
    const started = runningCall(turn)?.started;
    if (!started) return;
    const call: RunningCall = { intent: started, text: '', abort: new AbortController() };
    this.#calls.set(started.call_id, call);
    this.#watchJournal();
    void this.#run(turn, call);
  }

  async #run(turn: OpenTurn, call: RunningCall): Promise<void> {
    const started = call.intent;
    // A call that costs money starts only after its intent and all earlier outcomes are on the disk.
    if (!this.#state.models[started.model]?.local) {
      try {
        await this.#ports.writer.flushed();
      } catch {
        return;
      }
    }
    const onText = (text: string) => {
      this.#ports.signal(deltaOf(turn, started.call_id, call.text.length, text));
      call.text += text;
    };
    const outcome = await this.#ports.ask(started, onText, call.abort.signal, {
      sessionId: this.#state.sessionId,
      hasFallback: started.link + 1 < (this.#state.chains[turn.reference]?.length ?? 0),
      cacheMs: cacheMsOf(this.#state),
      note: (draft) => this.#takeNote(call, draft),
    });
    if (!this.#calls.delete(started.call_id) || this.#closed) return;
    this.#ports.writer.clearJournal(started.task_id);
    this.#inputs.push(endOf(call, outcome));
    await this.#pump();
  }

  /** Puts on record what happened on the way to an answer, while its call is under way. */
  #takeNote(call: RunningCall, draft: CallNoteDraft): void {
    if (this.#closed || !this.#calls.has(call.intent.call_id)) return;
    this.#inputs.push(draft);
    void this.#pump();
  }

  /** Aborts the calls of turns that a stop, a skip, the clock or a pause has ended; their outcome follows. */
  #giveUpWhatMustEnd(): void {
    for (const turn of this.#state.open.values()) {
      const reason = reasonToGiveUp(this.#state, turn);
      const call = reason && runningCall(turn);
      if (call) this.#calls.get(call.started.call_id)?.abort.abort(reason);
    }
  }

  #giveUpAll(reason: GiveUpReason): readonly EventDraft[] {
    const drafts = [...this.#calls.values()].map((call) =>
      endOf(call, { kind: 'abandoned', reason, partial_text: call.text.toWellFormed() }),
    );
    for (const call of this.#calls.values()) call.abort.abort(reason);
    this.#calls.clear();
    return drafts;
  }

  #watchDeadline(): void {
    this.#cancelDeadline?.();
    this.#cancelDeadline = null;
    if (this.#state.phase.kind === 'paused' || this.#state.stopping) return;
    const next = nextDeadline(this.#state);
    if (!next) return;
    this.#cancelDeadline = this.#ports.effects.clock.schedule(Math.max(0, next.leftMs), () => {
      if (this.#closed || this.#state.stopping) return;
      const since = this.#ports.effects.clock.now() - this.#state.lastAt;
      this.#inputs.push(next.passed(since));
      void this.#pump();
    });
  }

  #watchJournal(): void {
    this.#cancelJournal ??= this.#ports.effects.clock.schedule(JOURNAL_EVERY_MS, () => {
      this.#cancelJournal = null;
      if (this.#closed) return;
      const partials = this.#partials();
      if (partials.length > 0) this.#ports.writer.journal(partials);
      if (this.#calls.size > 0) this.#watchJournal();
    });
  }

  #partials(): readonly PartialText[] {
    const partials: PartialText[] = [];
    for (const turn of this.#state.open.values()) {
      const started = runningCall(turn)?.started;
      const text = started && this.#calls.get(started.call_id)?.text;
      if (!started || !text) continue;
      partials.push({
        taskId: turn.taskId,
        callId: started.call_id,
        round: turn.intent.round,
        speakerIndex: turn.intent.speakerIndex,
        agent: turn.intent.agent,
        kind: turn.intent.turnKind,
        text,
        at: this.#ports.effects.clock.now(),
      });
    }
    return partials;
  }

  async #finish(data: SessionEnded): Promise<void> {
    this.#closed = true;
    this.#stopTimers();
    await this.#ports.writer.close();
    this.#resolve(data);
  }

  #fail(error: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopTimers();
    this.#giveUpAll('interrupted');
    void this.#children.close();
    this.#ports.writer.close().catch(() => {});
    this.#reject(error);
  }

  #stopTimers(): void {
    this.#reservations.close();
    this.#cancelDeadline?.();
    this.#cancelJournal?.();
  }
}

/** What comes of a call itself ends no other. */
const isOfCall = ({ type }: EventDraft): boolean => type.startsWith('call-');

/** Answers of this process may be given again for so long; null where the specification does not ask for it. */
const cacheMsOf = ({ specification }: SessionState): number | null =>
  specification.cache ? specification.cache.ttl_s * 1000 : null;

const endOf = (call: RunningCall, outcome: CallOutcome): EventDraft => ({
  type: 'call-ended',
  data: { call_id: call.intent.call_id, outcome, task_id: call.intent.task_id },
});

const deltaOf = (turn: OpenTurn, callId: string, offset: number, text: string): LiveSignal => ({
  kind: 'text-delta',
  task_id: turn.taskId,
  call_id: callId,
  round: turn.intent.round,
  speaker_index: turn.intent.speakerIndex,
  agent: turn.intent.agent,
  offset,
  text,
});

const reasonToGiveUp = (state: SessionState, turn: OpenTurn): GiveUpReason | null => {
  if (turn.cancelled === 'timeout') return 'deadline';
  if (turn.cancelled && turn.cancelled !== 'budget' && turn.cancelled !== 'cap') return turn.cancelled;
  return state.phase.kind === 'pausing' && state.phase.when === 'now' ? 'paused' : null;
};

const sessionGone = (id: string) =>
  new AgentNetError('session/wrong-state', 'This session does not run any more.', {
    where: { session_id: id },
    kept: 'Everything it recorded is stored.',
    remedy: 'Open it to see how it ended.',
  });

const interrupted = (id: string, reason: string) =>
  new AgentNetError('session/interrupted', `The session was interrupted (${reason}).`, {
    where: { session_id: id },
    kept: 'All finished turns and the text seen so far are stored.',
    remedy: `Go on with \`agentnet resume ${id}\`.`,
  });
