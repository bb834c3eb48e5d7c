import * as z from 'zod';
import { roundPhase, turnKind } from '../modes.ts';
import { incompleteTurn, turn } from '../turn.ts';

/** Derived. */
export const roundStarted = z.object({
  round: z.number().int(),
  phase: roundPhase,
  order: z.enum(['sequential', 'parallel']),
  /** Names in speaking order; under `moderated` only the candidates. */
  speakers: z.array(z.string()),
});

/** Derived. */
export const turnStarted = z.object({
  task_id: z.string(),
  round: z.number().int(),
  speaker_index: z.number().int(),
  agent: z.string(),
  /** `agent:Athena@1.0.0` */
  version: z.string(),
  kind: turnKind,
  /** Node of the task graph; absent in other modes. */
  node: z.string().optional(),
});

/** Derived. Its data is the finished turn itself. */
export const turnEnded = turn;

/** Derived. No link of the chain could answer, or a person passed over the speaker. What was seen is kept. */
export const turnFailed = incompleteTurn.extend({
  error: z.object({ code: z.string(), message: z.string() }),
  attempts: z.number().int(),
});
