import { describe, expect, it } from 'vitest';
import type { EventDraft, RunEvent } from '../../../../core/contract/index.ts';
import { createMetrics } from '../../../../core/telemetry/create-metrics.ts';
import { callFailed, callStarted, cost, created, ended, logOf } from '../projections/session-log.ts';

const figures = { cpuSeconds: 0, residentBytes: 0, heapUsedBytes: 0, startedAt: 0 };

const answered = (callId: string): EventDraft => ({
  type: 'call-ended',
  data: {
    call_id: callId,
    task_id: 't',
    outcome: {
      kind: 'answered',
      text: 'Yes.',
      reasoning: '',
      tool_calls: [],
      finish_reason: { unified: 'stop', raw: null },
      usage: {},
      model: 'debater',
      request_id: null,
      warnings: [],
      first_token_ms: 3,
    },
  },
});

const inSession = (id: string, drafts: readonly EventDraft[]): readonly RunEvent[] =>
  logOf(drafts).map((event) => ({ ...event, session_id: id }));

const lines = (...events: readonly RunEvent[]): readonly string[] => {
  const metrics = createMetrics();
  for (const event of events) metrics.observe(event);
  return metrics
    .text(figures)
    .split('\n')
    .filter((line) => !line.startsWith('#') && !line.startsWith('process_') && line !== '');
};

describe('createMetrics', () => {
  it('starts with everything named, and nothing counted', () => {
    const text = createMetrics().text(figures);
    const names = [
      'inference_latency_ms',
      'inference_calls_total',
      'tokens_consumed_total',
      'session_rounds',
      'sessions_running',
      'sessions_ended_total',
    ];
    for (const name of names) expect(text).toContain(`# TYPE ${name} `);
    expect(text).toContain('\nsessions_running 0\n');
    expect(text.endsWith('\n')).toBe(true);
  });

  it('measures a call from its intent to its answer, in milliseconds', () => {
    const found = lines(...logOf([created(), callStarted(1, 0), answered('1-0.1')]));
    expect(found).toContain('inference_latency_ms_bucket{provider="stub",model="debater",le="500"} 0');
    expect(found).toContain('inference_latency_ms_bucket{provider="stub",model="debater",le="1000"} 1');
    expect(found).toContain('inference_latency_ms_bucket{provider="stub",model="debater",le="+Inf"} 1');
    expect(found).toContain('inference_latency_ms_sum{provider="stub",model="debater"} 1000');
    expect(found).toContain('inference_latency_ms_count{provider="stub",model="debater"} 1');
    expect(found).toContain('inference_calls_total{provider="stub",model="debater",result="answered"} 1');
  });

  it('counts failed and lost calls without a latency', () => {
    const crash: EventDraft = {
      type: 'session-resumed',
      data: { reason: 'crash', lost_calls: ['2-0.1', '9-9.9'], incomplete: [] },
    };
    const found = lines(
      ...logOf([created(), callStarted(1, 0), callFailed(1, 0, 'Down.'), callStarted(2, 0), crash]),
    );
    expect(found).toContain('inference_latency_ms_count{provider="stub",model="debater"} 0');
    expect(found).toContain('inference_calls_total{provider="stub",model="debater",result="failed"} 1');
    expect(found).toContain('inference_calls_total{provider="stub",model="debater",result="lost"} 1');
  });

  it('adds tokens by direction and model', () => {
    const found = lines(...logOf([cost(1, 0, 0), cost(1, 1, null)]));
    expect(found).toContain('tokens_consumed_total{direction="input",provider="stub",model="debater"} 100');
    expect(found).toContain('tokens_consumed_total{direction="output",provider="stub",model="debater"} 40');
  });

  it('knows how many sessions run, and how the others ended, after how many rounds', () => {
    const interrupted: EventDraft = { type: 'session-interrupted', data: { reason: 'Closed.' } };
    const found = lines(
      ...inSession('a', [created(), ended({ outcome: 'converged', rounds_executed: 4 })]),
      ...inSession('b', [created(), ended({ outcome: 'converged', rounds_executed: 1 })]),
      ...inSession('c', [created(), ended({ outcome: 'stopped', rounds_executed: 0 })]),
      ...inSession('d', [created(), interrupted]),
      ...inSession('e', [created()]),
    );
    expect(found).toContain('sessions_running 1');
    expect(found).toContain('sessions_ended_total{outcome="converged"} 2');
    expect(found).toContain('sessions_ended_total{outcome="stopped"} 1');
    expect(found).toContain('session_rounds_bucket{le="1"} 2');
    expect(found).toContain('session_rounds_bucket{le="3"} 2');
    expect(found).toContain('session_rounds_bucket{le="4"} 3');
    expect(found).toContain('session_rounds_sum 5');
  });

  it('takes calls of the same id in two sessions for two calls', () => {
    const found = lines(
      ...inSession('a', [callStarted(1, 0)]),
      ...inSession('b', [callStarted(1, 0), answered('1-0.1')]),
      ...inSession('a', [answered('1-0.1')]),
    );
    expect(found).toContain('inference_calls_total{provider="stub",model="debater",result="answered"} 2');
  });
});
