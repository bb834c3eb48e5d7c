import type { GiveUpReason } from '../../agents/index.ts';
import type { DraftOf } from '../../contract/index.ts';
import type { RunChild } from './ports.ts';
import type { SessionState } from './session-state.ts';

interface RunningChild {
  readonly abort: AbortController;
  /** Resolves when the child has let go, whatever came of it. */
  done: Promise<void>;
}

/** The sessions inside of nodes that this process runs: started, paused and stopped as the state says. */
export class ChildSessions {
  readonly #run: RunChild | undefined;
  readonly #committed: () => Promise<void>;
  readonly #ended: (draft: DraftOf<'child-ended'>) => void;
  /** By the id of the child. */
  readonly #running = new Map<string, RunningChild>();
  #closed = false;

  constructor(
    run: RunChild | undefined,
    committed: () => Promise<void>,
    ended: (draft: DraftOf<'child-ended'>) => void,
  ) {
    this.#run = run;
    this.#committed = committed;
    this.#ended = ended;
  }

  /** Starts what has to run and is not running, and gives up what must not run now. */
  follow(state: SessionState): void {
    if (state.children.size === 0) this.#running.clear();
    for (const intent of state.children.values()) {
      const reason = reasonToEnd(state, intent.node);
      const running = this.#running.get(intent.session_id);
      if (running) {
        if (reason !== null && !running.abort.signal.aborted) running.abort.abort(reason);
      } else if (!isHeld(reason) && !this.#closed) this.#start(state, intent.node, reason);
    }
  }

  /** Lets go of all of them; they can be gone on with. */
  async close(): Promise<void> {
    this.#closed = true;
    const all = [...this.#running.values()];
    for (const { abort } of all) abort.abort('interrupted');
    await Promise.all(all.map(({ done }) => done));
  }

  #start(state: SessionState, node: string, reason: GiveUpReason | null): void {
    const intent = state.children.get(node);
    const run = this.#run;
    if (!intent || !run) return;
    const abort = new AbortController();
    if (reason !== null) abort.abort(reason);
    const child: RunningChild = { abort, done: Promise.resolve() };
    this.#running.set(intent.session_id, child);
    child.done = (async () => {
      // It may cost money: its intent has to be on the disk first.
      const ended = await this.#committed().then(() => run(intent, abort.signal));
      // It stays among those that run until its end is on record, so that nobody starts it again.
      if (ended) return this.#ended({ type: 'child-ended', data: ended });
      this.#running.delete(intent.session_id);
      // Held back by a pause that is over by now.
      if (!this.#closed) this.follow(state);
    })().catch(() => {
      // The log cannot be written, which the session's own writer tells.
      this.#running.delete(intent.session_id);
    });
  }
}

const isHeld = (reason: GiveUpReason | null): boolean => reason === 'paused' || reason === 'interrupted';

const reasonToEnd = (state: SessionState, node: string): GiveUpReason | null => {
  if (state.idle) return 'interrupted';
  if (state.stopping) return state.stopping === 'deadline' ? 'deadline' : 'stopped';
  const cancelled = state.protocol.cancelledOf(node);
  if (cancelled !== null) return cancelled === 'timeout' ? 'deadline' : 'skipped';
  const { phase } = state;
  return phase.kind === 'paused' || (phase.kind === 'pausing' && phase.when === 'now') ? 'paused' : null;
};
