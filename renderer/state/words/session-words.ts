import type {
  Mode,
  RoundPhase,
  SessionOutcome,
  SessionStatus,
  SessionSummary,
  Strategy,
  TurnKind,
} from '../../../core/contract/index.ts';

/** One of the marks every state is shown with. */
export type StateName =
  | 'running'
  | 'done'
  | 'waiting'
  | 'paused'
  | 'flagged'
  | 'blocked'
  | 'failed'
  | 'recorded';

interface Described {
  readonly mark: StateName;
  readonly word: string;
}

const outcomes: Record<SessionOutcome, Described> = {
  completed: { mark: 'done', word: 'completed' },
  converged: { mark: 'done', word: 'converged' },
  decided: { mark: 'done', word: 'decided' },
  undecided: { mark: 'flagged', word: 'undecided' },
  stopped: { mark: 'paused', word: 'stopped' },
  'budget-exhausted': { mark: 'blocked', word: 'budget used up' },
  'no-provider': { mark: 'failed', word: 'no model answered' },
  failed: { mark: 'failed', word: 'failed' },
};

const statuses: Record<SessionStatus, Described> = {
  running: { mark: 'running', word: 'running' },
  pausing: { mark: 'running', word: 'pausing' },
  paused: { mark: 'paused', word: 'paused' },
  interrupted: { mark: 'flagged', word: 'interrupted' },
  ended: { mark: 'done', word: 'ended' },
};

/** Of a node or session that a person is asked something by. */
export const waitsForYou: Described = { mark: 'flagged', word: 'waits for you' };

export const describeOutcome = (outcome: SessionOutcome): Described => outcomes[outcome];

/** Mark and word of a session; an ended one says how it ended. */
export const describeSession = (status: SessionStatus, outcome: SessionOutcome | null): Described =>
  status === 'ended' && outcome !== null ? outcomes[outcome] : statuses[status];

/** The same of a row of a list, where a session also says that it waits for its reader. */
export const describeSummary = ({
  status,
  outcome,
  waits_for: asks,
}: Pick<SessionSummary, 'status' | 'outcome' | 'waits_for'>): Described =>
  status === 'running' && asks !== undefined ? waitsForYou : describeSession(status, outcome);

/** A session that a failed turn ended can go on as a copy from before that turn. */
export const canRetry = (outcome: SessionOutcome | undefined): boolean =>
  outcome === 'no-provider' || outcome === 'failed';

export const allOutcomes = Object.keys(outcomes) as readonly SessionOutcome[];
export const allStatuses = Object.keys(statuses) as readonly SessionStatus[];

/** What the button that starts a mode says. */
const startVerbs: Record<Mode, string> = {
  single: 'Ask agent',
  debate: 'Run debate',
  brainstorm: 'Run brainstorm',
  consensus: 'Run vote',
  delegation: 'Run delegation',
  workflow: 'Run graph',
};
export const startVerb = (mode: Mode): string => startVerbs[mode];

export const modeWords: Record<Mode, { readonly word: string; readonly says: string }> = {
  single: { word: 'Single', says: 'One agent answers once.' },
  debate: { word: 'Debate', says: 'Positions, rebuttals, closing; a judge may decide.' },
  brainstorm: { word: 'Brainstorm', says: 'Ideas apart, then grouped, then the best chosen.' },
  consensus: { word: 'Consensus', says: 'Proposals, discussion and a vote with a quorum.' },
  delegation: {
    word: 'Delegation',
    says: 'A planner divides the goal, specialists work, a reviewer may check.',
  },
  workflow: { word: 'Workflow', says: 'A task graph runs node by node.' },
};

/** Task graphs have no rounds: nodes run when what they wait for is done. */
export const hasRounds = (mode: Mode): boolean => mode !== 'workflow' && mode !== 'delegation';

export const strategyWords: Record<Strategy, { readonly word: string; readonly says: string }> = {
  round_robin: { word: 'Round robin', says: 'One after the other, in the order of the list.' },
  parallel: { word: 'Parallel', says: 'All at once; nobody hears the others before the next round.' },
  moderated: { word: 'Moderated', says: 'A moderator calls the next speaker.' },
  random: { word: 'Random', says: 'A new order in each round, drawn from the seed.' },
};

const phases: Record<RoundPhase, string> = {
  answer: 'answer',
  positions: 'positions',
  rebuttals: 'rebuttals',
  closing: 'closing',
  diverge: 'ideas apart',
  cluster: 'grouping',
  converge: 'choosing',
  propose: 'proposals',
  discuss: 'discussion',
  vote: 'vote',
  work: 'work',
};
export const phaseWord = (phase: RoundPhase): string => phases[phase];

const kinds: Record<TurnKind, string> = {
  answer: 'answer',
  position: 'position',
  rebuttal: 'rebuttal',
  closing: 'closing',
  judgement: 'judgement',
  idea: 'ideas',
  cluster: 'grouping',
  selection: 'selection',
  proposal: 'proposal',
  discussion: 'discussion',
  vote: 'vote',
  moderation: 'moderation',
  synthesis: 'synthesis',
  task: 'task',
  plan: 'plan',
  review: 'review',
};
export const turnKindWord = (kind: TurnKind): string => kinds[kind];

/** The model without its provider, for narrow places: `stub/debater` is `debater`. */
export const shortModel = (model: string): string => model.slice(model.lastIndexOf('/') + 1) || model;

/** What every place says where a stub answers. */
export const STUB_LABEL = 'offline stub, not a language model';
