import * as z from 'zod';
import { convergenceMeasured, voteCast, voteOpened, voteTallied } from '../events/decisions.ts';
import { sessionEnded, sessionTotals } from '../events/session-lifecycle.ts';
import { roundStarted } from '../events/turns.ts';
import { turnKind } from '../modes.ts';
import { resolvedSpecification } from '../session-specification.ts';
import { incompleteTurn } from '../turn.ts';
import { sessionStatus } from './session-views.ts';

const at = z.number().int();
const seq = z.number().int();

/** A finished turn without its texts; they are fetched as pages of turns when they come into view. */
export const turnHeader = z.object({
  task_id: z.string(),
  seq,
  /** Place among the finished turns in order of completion, from 0: the `after` of `sessions.turns`. */
  index: z.number().int(),
  round: z.number().int(),
  speaker_index: z.number().int(),
  agent: z.string(),
  kind: turnKind,
  /** Node of the task graph; absent in other modes. */
  node: z.string().optional(),
  provider: z.string(),
  model: z.string(),
  stub: z.boolean(),
  truncated: z.boolean(),
  confidence: z.number().nullable(),
  decision: z.string().nullable(),
  input_tokens: z.number().int().nullable(),
  output_tokens: z.number().int().nullable(),
  usd: z.number().nullable(),
  latency_ms: z.number().int(),
  first_token_ms: z.number().int().nullable(),
  attempts: z.number().int(),
  /** Length of the content in UTF-16 units; a first guess of its height. */
  length: z.number().int(),
  completed_at: at,
});
export type TurnHeader = z.infer<typeof turnHeader>;

export const runningTurn = z.object({
  task_id: z.string(),
  round: z.number().int(),
  speaker_index: z.number().int(),
  agent: z.string(),
  kind: turnKind,
  node: z.string().optional(),
  started_at: at,
  /** The call under way; null before the first and between two. */
  call: z
    .object({
      call_id: z.string(),
      attempt: z.number().int(),
      link: z.number().int(),
      model: z.string(),
      /** Set aside for its worst case until it ends. */
      reserved_tokens: z.number().int(),
      /** The same in US dollars; null where the price is not known. */
      reserved_usd: z.number().nullable(),
    })
    .nullable(),
  /** Calls of this turn that failed or were lost, in words. */
  failures: z.array(z.string()),
  /** What the turn waits for, other than the model's words; null while it waits for nothing else. */
  waits: z
    .object({
      for: z.enum(['rate-limit', 'cooldown', 'retry', 'budget']),
      /** `waits for openai's limit of 500 requests/min`. */
      text: z.string(),
      since: at,
      /** Milliseconds that it takes at least; null where nobody knows. */
      at_least_ms: z.number().int().nullable(),
    })
    .nullable(),
});
export type RunningTurn = z.infer<typeof runningTurn>;

/** A session that runs inside of a node; what it uses counts here when it has ended. */
const sessionInside = z.object({
  node: z.string(),
  session_id: z.string(),
  /** Set aside for it until it has ended; null where nothing bounds it. */
  reserved_tokens: z.number().int().nullable(),
  reserved_usd: z.number().nullable(),
});

export const agentTotals = z.object({
  agent: z.string(),
  turns: z.number().int(),
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
  usd: z.number().nullable(),
});

export const notice = z.object({
  seq,
  at,
  round: z.number().int(),
  kind: z.enum([
    'interjection',
    'pause',
    'resume',
    'stop',
    'skip',
    'extend',
    'fallback',
    'downgrade',
    'retry',
    'cooldown',
    'repeat',
    'limit',
    'failure',
    'interrupted',
    'deadline',
  ]),
  agent: z.string().nullable(),
  text: z.string(),
  whisper: z.boolean(),
  /** As whom a person spoke; only of interjections. */
  from: z.enum(['user', 'moderator']).optional(),
});
export type Notice = z.infer<typeof notice>;

export const voteView = z.object({
  opened: voteOpened,
  casts: z.array(voteCast),
  tally: voteTallied.nullable(),
});

/** The state a screen draws: the fold of the events up to `last_seq`, without long texts. */
export const sessionSnapshot = z.object({
  id: z.string(),
  status: sessionStatus,
  specification: resolvedSpecification,
  participants: z.array(
    z.object({ name: z.string(), version: z.string(), description: z.string(), chain: z.array(z.string()) }),
  ),
  round: z.number().int(),
  max_rounds: z.number().int(),
  rounds: z.array(roundStarted.extend({ seq, at })),
  turns: z.array(turnHeader),
  running: z.array(runningTurn),
  inside: z.array(sessionInside),
  incomplete: z.array(incompleteTurn),
  convergence: z.array(convergenceMeasured),
  votes: z.array(voteView),
  notices: z.array(notice),
  totals: sessionTotals,
  by_agent: z.array(agentTotals),
  created_at: at,
  last_seq: seq,
  last_at: at,
  ended: sessionEnded.nullable(),
});
export type SessionSnapshot = z.infer<typeof sessionSnapshot>;
