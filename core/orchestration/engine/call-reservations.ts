import type { DraftOf, EventDraft } from '../../contract/index.ts';
import type { BudgetAnswer, CallNeed, SessionBudgets } from '../../ledger/index.ts';
import { type FolderRule, folderRulesOf, linksOf } from './downgrade-rules.ts';
import type { SessionState } from './session-state.ts';

type Intent = DraftOf<'call-started'>;
type Answer = DraftOf<'budget-granted' | 'budget-refused' | 'deadline-passed'>;
type TimeCap = Parameters<Parameters<SessionBudgets['time']['begin']>[0]>[0];

/**
 * Asks the budgets of the data folder before an intent is recorded, and waits for them beside the run where
 * running calls of others may still make room. `answered` gets what came of the waiting, and the cap on time that
 * is used up while the session runs.
 */
export class CallReservations {
  readonly #budgets: SessionBudgets | undefined;
  readonly #answered: (answer: Answer) => void;
  /** By task. */
  readonly #waiting = new Map<string, { readonly callId: string; readonly abort: AbortController }>();
  /** Calls with a reservation whose intent is not recorded yet, with their task. */
  readonly #granted = new Map<string, string>();
  #closed = false;

  constructor(budgets: SessionBudgets | undefined, answered: (answer: Answer) => void) {
    this.#budgets = budgets;
    this.#answered = answered;
  }

  /** The intent itself when its reservation stands, else what the budgets said instead; null: nobody is asked. */
  ask(state: SessionState, intent: Intent): Promise<EventDraft> | null {
    if (!this.#budgets) return null;
    const need = needOf(state, intent);
    const rules = rulesFor(state, intent);
    const time = this.#budgets.time.begin((standing) => this.#answered(timePassed(standing)));
    return need || time || rules.length > 0
      ? this.#ask(this.#budgets, state, intent, need, rules, time)
      : null;
  }

  async #ask(
    budgets: SessionBudgets,
    state: SessionState,
    intent: Intent,
    need: CallNeed | null,
    rules: readonly FolderRule[],
    time: Promise<TimeCap | null> | null,
  ): Promise<EventDraft> {
    const usedUp = await time;
    if (usedUp) return timePassed(usedUp);
    for (const rule of rules) {
      const spent = await budgets.spent(rule.measure);
      const isOn = spent > rule.above;
      if (isOn !== state.rulesOn.has(rule.name)) return switchDraft(rule, budgets.project, spent, isOn);
    }
    return need ? this.#reserve(budgets, intent, need) : intent;
  }

  async #reserve(budgets: SessionBudgets, intent: Intent, need: CallNeed): Promise<EventDraft> {
    const answer = await budgets.reserve(need);
    if (this.#closed && answer.kind === 'granted') this.#release(need.callId);
    if (this.#closed) return intent;
    if (answer.kind === 'granted') {
      this.#granted.delete(need.callId);
      return intent;
    }
    if (answer.kind === 'awaited') this.#wait(intent, need);
    return answerDraft(intent, answer);
  }

  /** Ends the waiting of turns that were ended meanwhile, and gives back what no intent follows. */
  tidy(state: SessionState): void {
    const mayCall = state.phase.kind !== 'paused' && state.phase.kind !== 'ended' && !state.idle;
    if (!mayCall) this.#budgets?.time.stop();
    for (const [taskId, { callId, abort }] of this.#waiting) {
      if (mayCall && state.open.get(taskId)?.awaitsBudget) continue;
      this.#waiting.delete(taskId);
      abort.abort();
      this.#release(callId);
    }
    for (const [callId, taskId] of this.#granted) {
      // The answer is on its way to the run.
      if (mayCall && state.open.get(taskId)?.awaitsBudget) continue;
      this.#granted.delete(callId);
      this.#release(callId);
    }
  }

  /** Nothing more is asked; what was granted and not used is given back. */
  close(): void {
    this.#closed = true;
    this.#budgets?.time.stop();
    for (const { callId, abort } of this.#waiting.values()) {
      abort.abort();
      this.#release(callId);
    }
    this.#waiting.clear();
    for (const callId of this.#granted.keys()) this.#release(callId);
    this.#granted.clear();
  }

  #wait(intent: Intent, need: CallNeed): void {
    const { task_id: taskId } = intent.data;
    const waiting = { callId: need.callId, abort: new AbortController() };
    this.#waiting.set(taskId, waiting);
    this.#budgets?.waitFor(need, waiting.abort.signal).then(
      (answer) => {
        if (this.#waiting.get(taskId) !== waiting) return this.#release(need.callId);
        this.#waiting.delete(taskId);
        if (answer.kind === 'granted') this.#granted.set(need.callId, taskId);
        this.#answered(answerDraft(intent, answer) as Answer);
      },
      // Given up, or the database is gone, which the session's own writer tells.
      () => {},
    );
  }

  #release(callId: string): void {
    this.#budgets?.release(callId).catch(() => {});
  }
}

/** A call that costs nothing needs money of nobody; its tokens count where a cap in tokens is set. */
const needOf = (state: SessionState, { data }: Intent): CallNeed | null => {
  const { call_id: callId, reserved_micro_usd: microUsd, reserved_tokens: tokens } = data;
  return microUsd === undefined
    ? null
    : { callId, microUsd: microUsd ?? 0, tokens, isFree: state.models[data.model]?.local === true };
};

const timePassed = ({ scope, key, cap, spent }: TimeCap): DraftOf<'deadline-passed'> => ({
  type: 'deadline-passed',
  data: { cap: cap / 1000, elapsed: spent / 1000, scope, key },
});

/** Rules to ask about before a call: those that name a way down from it, and none where all costs nothing anyway. */
const rulesFor = (state: SessionState, { data }: Intent): readonly FolderRule[] => {
  if (state.downgrade.length === 0) return [];
  const turn = state.open.get(data.task_id);
  const chain = (turn && state.chains[turn.reference]) ?? [];
  if (!turn || chain.every((model) => state.models[model]?.local === true)) return [];
  const leading = state.downgrade.filter((rule) => linksOf(rule, chain, turn.link, state.models).length > 0);
  return folderRulesOf(leading);
};

const switchDraft = (rule: FolderRule, project: string, spent: number, isOn: boolean): EventDraft => ({
  type: 'downgrade-switched',
  data: {
    rule: rule.name,
    state: isOn ? 'on' : 'off',
    measure: rule.measure,
    ...(rule.measure === 'project_usd' && { key: project }),
    above: rule.above,
    spent,
  },
});

const answerDraft = (intent: Intent, answer: BudgetAnswer): EventDraft => {
  const { task_id, call_id, model, link } = intent.data;
  switch (answer.kind) {
    case 'granted':
      return { type: 'budget-granted', data: { task_id, call_id } };
    case 'awaited':
      return { type: 'budget-awaited', data: { task_id, call_id, model, link, ...answer.standing } };
    case 'refused':
      return { type: 'budget-refused', data: { task_id, call_id, model, link, ...answer.standing } };
  }
};
