import type { EventDraft, RunEvent } from '../../../../../core/contract/index.ts';
import { foldSpans } from '../../../../../core/telemetry/spans/fold-spans.ts';
import { emptySpanFold, type SpanFold } from '../../../../../core/telemetry/spans/span-fold.ts';

/** An event of the log with only what the folds look at. */
export type Told = readonly [at: number, type: EventDraft['type'], data: Record<string, unknown>];

const logOf = (told: readonly Told[]): readonly RunEvent[] =>
  told.map(
    ([at, type, data], index) =>
      ({
        seq: index + 1,
        session_id: 's',
        version: 1,
        at,
        type,
        data,
        prev: '',
        hash: '',
      }) as unknown as RunEvent,
  );

export const foldLog = (told: readonly Told[], fold: SpanFold = emptySpanFold('s', null)): SpanFold => {
  for (const event of logOf(told)) foldSpans(fold, event);
  return fold;
};

export const began: Told = [
  1_000,
  'session-created',
  {
    specification: { mode: 'workflow', name: 'G', workflow: {} },
    engine: 'agentnet/1.2.3',
    forked_from: null,
  },
];

export const over = (at: number): Told => [
  at,
  'session-ended',
  {
    outcome: 'completed',
    exit_code: 0,
    reason: '',
    rounds_executed: 1,
    converged: false,
    stub: true,
    totals: { usd: 0.25, tokens: { input: 7, output: 5 } },
  },
];

export const asked = (
  call: string,
  link = 0,
  change: Record<string, unknown> = {},
): Record<string, unknown> => ({
  call_id: call,
  task_id: 't',
  attempt: 1,
  link,
  provider: 'stub',
  model: link === 0 ? 'stub/debater' : 'stub/echo',
  max_output_tokens: 100,
  temperature: null,
  seed: 3,
  repeated: false,
  ...change,
});

export const turnBegan = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  task_id: 't',
  round: 1,
  speaker_index: 0,
  agent: 'Athena',
  version: 'agent:Athena@1.0.0',
  kind: 'task',
  ...change,
});

export const turnOver = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  task_id: 't',
  round: 1,
  attempts: 1,
  stub: true,
  truncated: false,
  output: { tokens: { input: 3, output: null } },
  ...change,
});

export const nodeOver = (node: string, change: Record<string, unknown> = {}): Record<string, unknown> => ({
  node,
  kind: 'task',
  status: 'done',
  source: 'run',
  attempts: 1,
  branch: null,
  reason: null,
  error: null,
  ...change,
});
