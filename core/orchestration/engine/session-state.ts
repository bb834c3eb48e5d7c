import type { HeardInterjection, SpokenTurn } from '../../agents/index.ts';
import type {
  AgentVersion,
  BudgetRefusal,
  CallOutcome,
  DowngradeRule,
  EventData,
  ModelFacts,
  ResolvedSpecification,
  SessionEnded,
  TaskId,
} from '../../contract/index.ts';
import type { Intent, RunningProtocol, TakeTurn } from '../protocols/index.ts';

/** One call of an open turn, from its intent to its cost. */
export interface CallState {
  readonly started: EventData<'call-started'>;
  readonly startedAt: number;
  /** `lost`: its process died; nobody knows the outcome. */
  outcome: CallOutcome | { readonly kind: 'lost' } | null;
  endedAt: number;
  /** Attempts on the wire that failed and were made again. */
  retries: number;
  costRecorded: boolean;
}

/** A turn between `turn-started` and its end. */
export interface OpenTurn {
  readonly ordinal: number;
  readonly taskId: TaskId;
  readonly startedAt: number;
  readonly intent: TakeTurn;
  readonly reference: string;
  /** The calls so far; only the last one can be running. */
  readonly calls: CallState[];
  /** Link of the chain to ask next. */
  link: number;
  /** Most tokens of the next prompt, after one was too long for the model of this link; null: as specified. */
  compressedTo: number | null;
  /** Set when the turn must end without an answer: a person or a cap ended it. */
  cancelled: 'stopped' | 'skipped' | 'timeout' | 'deadline' | 'budget' | 'cap' | null;
  /** By its finished calls. */
  spentTokens: number;
  spentMicroUsd: number;
  /** True while its next call waits for room in a budget of the data folder. */
  awaitsBudget: boolean;
  /** What the budgets of the data folder said no to, by link. */
  readonly refusals: Map<number, BudgetRefusal>;
  /** `activeMs` of the session when the turn began. */
  readonly activeMsBefore: number;
}

export type Phase =
  | { readonly kind: 'running' }
  /** Waits for open turns (`after-turn`) or only for running calls (`now`). */
  | { readonly kind: 'pausing'; readonly when: 'after-turn' | 'now' }
  /** One turn may start (`left` 1), then it pauses. */
  | { readonly kind: 'stepping'; readonly left: 0 | 1 }
  | { readonly kind: 'paused' }
  | { readonly kind: 'ended'; readonly data: SessionEnded };

export interface Totals {
  /** Micro-USD; null once the cost of a call is unknown. */
  microUsd: number | null;
  inputTokens: number;
  outputTokens: number;
  calls: number;
  repeatedCalls: number;
}

/** Everything the engine knows of a session: the fold of its events and nothing else. */
export interface SessionState {
  readonly sessionId: string;
  readonly specification: ResolvedSpecification;
  readonly agents: Readonly<Record<string, AgentVersion>>;
  readonly chains: Readonly<Record<string, readonly string[]>>;
  readonly models: Readonly<Record<string, ModelFacts>>;
  /** Rules of the settings, frozen with the run. */
  readonly downgrade: readonly DowngradeRule[];
  /** Names of the rules that hold by what the budgets of the data folder have said. */
  readonly rulesOn: Set<string>;
  /** Exact reference by name. */
  readonly references: ReadonlyMap<string, string>;
  readonly protocol: RunningProtocol;
  /** What the protocol wants next; null when it has to be asked again. */
  due: readonly Intent[] | null;
  phase: Phase;
  /** `budget`: the session's cap on tokens; `cap`: any other cap on tokens or money. */
  stopping: 'stopped' | 'deadline' | 'budget' | 'cap' | null;
  /** The cap that ended it. */
  reached: EventData<'limit-reached'> | null;
  maxRounds: number;
  round: number;
  roundsExecuted: number;
  readonly open: Map<string, OpenTurn>;
  /** The open turns of which no call is running, by ordinal: only they can have anything due. */
  readonly idleTurns: OpenTurn[];
  /** Sessions inside of nodes that have not ended, by node. */
  readonly children: Map<string, EventData<'child-started'>>;
  turnsStarted: number;
  /** The last rounds in full, ordered by round and speaker. */
  recent: SpokenTurn[];
  /** Each agent's newest turn, however long ago. */
  readonly newest: Map<string, SpokenTurn>;
  interjections: HeardInterjection[];
  readonly totals: Totals;
  /** Reserved by running calls, until their cost is on record. */
  reservedTokens: number;
  reservedMicroUsd: number;
  /** False for logs from before there were prices: a reservation ended with the call, a moment too early. */
  readonly settlesWithCost: boolean;
  /** False in logs from before a synthesizer was told how the vote was counted. */
  readonly tellsVote: boolean;
  stub: boolean;
  /** Milliseconds it was running, pauses and interruptions left out; up to `lastAt`. */
  activeMs: number;
  lastAt: number;
  /** True between an interruption and the resumption. */
  idle: boolean;
}
