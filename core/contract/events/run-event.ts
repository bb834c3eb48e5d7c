import * as z from 'zod';
import { budgetAwaited, budgetGranted, budgetRefused, downgradeSwitched, spendAlert } from './budgets.ts';
import {
  callAdmitted,
  callDelayed,
  callEnded,
  callRetried,
  callStarted,
  cooldownStarted,
  costRecorded,
} from './calls.ts';
import { convergenceMeasured, voteCast, voteOpened, voteTallied } from './decisions.ts';
import {
  deadlinePassed,
  interjectionRecorded,
  limitReached,
  pauseRequested,
  roundsExtended,
  sessionCreated,
  sessionEnded,
  sessionInterrupted,
  sessionPaused,
  sessionResumed,
  speakerSkipped,
  stopRequested,
} from './session-lifecycle.ts';
import {
  agentCreated,
  databaseMigrated,
  graphDeleted,
  graphSaved,
  keyChanged,
  sessionDeleted,
  settingsChanged,
} from './system.ts';
import { roundStarted, turnEnded, turnFailed, turnStarted } from './turns.ts';
import {
  approvalAnswered,
  approvalRequested,
  childEnded,
  childStarted,
  nodeDeadlinePassed,
  nodeDue,
  nodeEnded,
  nodeRetried,
  nodeSkipped,
  nodeStarted,
  nodesAdded,
  planAnswered,
  planProposed,
} from './workflow.ts';

/** Every durable event: its newest version and the schema of its data. Older versions are upcast on reading. */
export const eventCatalog = {
  'session-created': { version: 1, data: sessionCreated },
  'session-resumed': { version: 1, data: sessionResumed },
  'session-paused': { version: 1, data: sessionPaused },
  'session-interrupted': { version: 1, data: sessionInterrupted },
  'session-ended': { version: 1, data: sessionEnded },
  'pause-requested': { version: 1, data: pauseRequested },
  'stop-requested': { version: 1, data: stopRequested },
  'speaker-skipped': { version: 1, data: speakerSkipped },
  'rounds-extended': { version: 1, data: roundsExtended },
  'interjection-recorded': { version: 1, data: interjectionRecorded },
  'deadline-passed': { version: 1, data: deadlinePassed },
  'limit-reached': { version: 1, data: limitReached },
  'round-started': { version: 1, data: roundStarted },
  'turn-started': { version: 1, data: turnStarted },
  'budget-awaited': { version: 1, data: budgetAwaited },
  'budget-granted': { version: 1, data: budgetGranted },
  'budget-refused': { version: 1, data: budgetRefused },
  'downgrade-switched': { version: 1, data: downgradeSwitched },
  'call-started': { version: 1, data: callStarted },
  'call-delayed': { version: 1, data: callDelayed },
  'call-admitted': { version: 1, data: callAdmitted },
  'call-retried': { version: 1, data: callRetried },
  'cooldown-started': { version: 1, data: cooldownStarted },
  'call-ended': { version: 1, data: callEnded },
  'cost-recorded': { version: 1, data: costRecorded },
  'turn-ended': { version: 1, data: turnEnded },
  'turn-failed': { version: 1, data: turnFailed },
  'convergence-measured': { version: 1, data: convergenceMeasured },
  'vote-opened': { version: 1, data: voteOpened },
  'vote-cast': { version: 1, data: voteCast },
  'vote-tallied': { version: 1, data: voteTallied },
  'node-started': { version: 1, data: nodeStarted },
  'node-ended': { version: 1, data: nodeEnded },
  'node-retried': { version: 1, data: nodeRetried },
  'node-due': { version: 1, data: nodeDue },
  'node-deadline-passed': { version: 1, data: nodeDeadlinePassed },
  'node-skipped': { version: 1, data: nodeSkipped },
  'nodes-added': { version: 1, data: nodesAdded },
  'approval-requested': { version: 1, data: approvalRequested },
  'approval-answered': { version: 1, data: approvalAnswered },
  'plan-proposed': { version: 1, data: planProposed },
  'plan-answered': { version: 1, data: planAnswered },
  'child-started': { version: 1, data: childStarted },
  'child-ended': { version: 1, data: childEnded },
  'agent-created': { version: 1, data: agentCreated },
  'session-deleted': { version: 1, data: sessionDeleted },
  'graph-saved': { version: 1, data: graphSaved },
  'graph-deleted': { version: 1, data: graphDeleted },
  'settings-changed': { version: 1, data: settingsChanged },
  'database-migrated': { version: 1, data: databaseMigrated },
  'key-changed': { version: 1, data: keyChanged },
  'spend-alert': { version: 1, data: spendAlert },
} as const;

export type EventType = keyof typeof eventCatalog;
export type EventData<T extends EventType> = z.infer<(typeof eventCatalog)[T]['data']>;

/** An event before the log gave it place, time and hash. */
export type EventDraft = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];
export type DraftOf<T extends EventType> = Extract<EventDraft, { type: T }>;

interface Envelope {
  readonly seq: number;
  readonly session_id: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly prev: string;
  readonly hash: string;
}

/** A durable event on the wire: a line of `--json`, a message of the event stream. */
export type RunEvent = EventDraft & Envelope;
export type RunEventOf<T extends EventType> = Extract<RunEvent, { type: T }>;

/** The envelope as a schema; `data` is checked against the catalog entry of its type. */
export const runEventEnvelope = z.object({
  seq: z.number().int().positive(),
  session_id: z.string(),
  type: z.string(),
  version: z.number().int().positive(),
  at: z.number().int(),
  data: z.unknown(),
  prev: z.string(),
  hash: z.string(),
});

/** Whether an event is fed to a replay (`input`) or recomputed by it (`derived`). */
export const eventOrigin = {
  'session-created': 'input',
  'session-resumed': 'input',
  'session-paused': 'derived',
  'session-interrupted': 'input',
  'session-ended': 'derived',
  'pause-requested': 'input',
  'stop-requested': 'input',
  'speaker-skipped': 'input',
  'rounds-extended': 'input',
  'interjection-recorded': 'input',
  'deadline-passed': 'input',
  'limit-reached': 'derived',
  'round-started': 'derived',
  'turn-started': 'derived',
  'budget-awaited': 'input',
  'budget-granted': 'input',
  'budget-refused': 'input',
  'downgrade-switched': 'input',
  'call-started': 'derived',
  'call-delayed': 'input',
  'call-admitted': 'input',
  'call-retried': 'input',
  'cooldown-started': 'input',
  'call-ended': 'input',
  'cost-recorded': 'derived',
  'turn-ended': 'derived',
  'turn-failed': 'derived',
  'convergence-measured': 'derived',
  'vote-opened': 'derived',
  'vote-cast': 'derived',
  'vote-tallied': 'derived',
  'node-started': 'derived',
  'node-ended': 'derived',
  'node-retried': 'derived',
  'node-due': 'input',
  'node-deadline-passed': 'input',
  'node-skipped': 'input',
  'nodes-added': 'derived',
  'approval-requested': 'derived',
  'approval-answered': 'input',
  'plan-proposed': 'derived',
  'plan-answered': 'input',
  'child-started': 'derived',
  'child-ended': 'input',
  'agent-created': 'input',
  'session-deleted': 'input',
  'graph-saved': 'input',
  'graph-deleted': 'input',
  'settings-changed': 'input',
  'database-migrated': 'input',
  'key-changed': 'input',
  'spend-alert': 'input',
} as const satisfies Record<EventType, 'input' | 'derived'>;
