import * as z from 'zod';
import { convergenceMethod, voteFallback, voteMethod } from '../modes.ts';

/** Derived, once a round and method, met or not. */
export const convergenceMeasured = z.object({
  round: z.number().int(),
  method: convergenceMethod,
  /** 0 to 1; null where it cannot be measured yet (one position only). */
  value: z.number().nullable(),
  threshold: z.number(),
  met: z.boolean(),
  /** One sentence for people: what keeps them apart, or why this is enough. */
  why: z.string(),
  /** Numbers and words behind the value, by name; shape depends on the method. */
  evidence: z.record(z.string(), z.unknown()),
});

/** Derived, when the options of a vote are settled. */
export const voteOpened = z.object({
  round: z.number().int(),
  method: voteMethod,
  quorum: z.number(),
  options: z.array(z.object({ id: z.string(), text: z.string(), by: z.string().nullable() })),
});

/** Derived, one for each voter; `valid: false` keeps a ballot that names no option. */
export const voteCast = z.object({
  round: z.number().int(),
  agent: z.string(),
  valid: z.boolean(),
  /** Option id, or the raw words when invalid. */
  choice: z.string(),
  ranking: z.array(z.string()),
  reason: z.string(),
  confidence: z.number().nullable(),
  weight: z.number(),
  /** The option this agent chose in the vote before, when it is another one. */
  changed_from: z.string().nullable(),
});

/** Derived. */
export const voteTallied = z.object({
  round: z.number().int(),
  method: voteMethod,
  /** Option id to votes (or weight). */
  counts: z.record(z.string(), z.number()),
  /** Instant run-off: counts and eliminated option of each count; else one entry. */
  steps: z.array(z.object({ counts: z.record(z.string(), z.number()), eliminated: z.array(z.string()) })),
  turnout: z.number(),
  quorum_met: z.boolean(),
  winner: z.string().nullable(),
  /** Set when no option was carried in the last vote and the fallback decided. */
  fallback: voteFallback.nullable(),
  dissent: z.array(z.object({ agent: z.string(), choice: z.string(), reason: z.string() })),
  why: z.string(),
});
