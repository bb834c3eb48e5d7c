import * as z from 'zod';
import { type ErrorCode, isErrorCode } from '../../contract/index.ts';

/**
 * What goes wrong. `error` fails before the first token, `cut` after half of the text, `malformed` after an
 * answer that no parser can use, `empty` answers nothing, `slow` waits `latency_ms` more, `hang` never
 * answers and waits to be aborted.
 */
const kind = z.enum(['error', 'cut', 'malformed', 'empty', 'slow', 'hang']);

const stubFault = z.strictObject({
  kind,
  /** Code that `error` fails with; `provider/server` when absent. */
  code: z
    .string()
    .refine((code) => isErrorCode(code) && code.startsWith('provider/'), 'must be a provider/... error code')
    .optional(),
  /** Strikes the calls with these numbers, counted from 1 for each model and agent. */
  at: z.array(z.number().int().positive()).optional(),
  /** Strikes each call whose number is a multiple of this. */
  every: z.number().int().positive().optional(),
  /** Strikes by chance, 0 to 1, the same for the same seed; a repeated call draws again. */
  probability: z.number().min(0).max(1).optional(),
  /** Only calls of this agent. */
  agent: z.string().optional(),
  /** Further wait of `slow`, in milliseconds. */
  latency_ms: z.number().min(0).max(600_000).optional(),
});

const scriptEntry = z.strictObject({
  reply: z.string().max(100_000),
  agent: z.string().optional(),
  round: z.number().int().positive().optional(),
  /** Kind of turn, like `vote`. */
  kind: z.string().optional(),
});

/** The part `stub:` of `config.yaml`. */
export const stubConfiguration = z.strictObject({
  latency_ms: z.number().min(0).max(600_000).default(250),
  tokens_per_s: z.number().min(0).max(1_000_000).default(60),
  faults: z.array(stubFault).max(100).default([]),
  script: z.array(scriptEntry).max(10_000).default([]),
});
export type StubConfiguration = z.output<typeof stubConfiguration>;

export interface StubFault {
  readonly kind: z.infer<typeof kind>;
  readonly code: ErrorCode;
  readonly at: readonly number[];
  readonly every: number | undefined;
  readonly probability: number | undefined;
  readonly agent: string | undefined;
  readonly latencyMs: number;
}

export interface StubReply {
  readonly reply: string;
  readonly agent: string | undefined;
  readonly round: number | undefined;
  readonly kind: string | undefined;
}

export interface StubSettings {
  /** Wait before the first token, in milliseconds. */
  readonly latencyMs: number;
  /** Tokens a second; 0 gives the whole answer at once. */
  readonly tokensPerSecond: number;
  readonly faults: readonly StubFault[];
  readonly script: readonly StubReply[];
}

const DEFAULT_SLOW_MS = 2_000;

/** Settings of a fresh install: slow enough to be watched. */
export const defaultStubSettings: StubSettings = {
  latencyMs: 250,
  tokensPerSecond: 60,
  faults: [],
  script: [],
};

export const toStubSettings = (configuration: StubConfiguration): StubSettings => ({
  latencyMs: configuration.latency_ms,
  tokensPerSecond: configuration.tokens_per_s,
  faults: configuration.faults.map((fault) => ({
    kind: fault.kind,
    code: isErrorCode(fault.code) ? fault.code : 'provider/server',
    at: fault.at ?? [],
    every: fault.every,
    probability: fault.probability,
    agent: fault.agent,
    latencyMs: fault.latency_ms ?? DEFAULT_SLOW_MS,
  })),
  script: configuration.script.map(({ reply, agent, round, kind: turn }) => ({
    reply,
    agent,
    round,
    kind: turn,
  })),
});
