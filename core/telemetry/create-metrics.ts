import type { EventData, RunEvent, SessionOutcome } from '../contract/index.ts';
import { expositionText, type MetricFamily } from './exposition.ts';
import { createHistogram } from './histogram.ts';
import { createModelSeries } from './model-series.ts';
import { createNodeDurations } from './node-durations.ts';
import { createOpenCalls } from './open-calls.ts';
import { type ProcessFigures, processFamilies } from './process-families.ts';

export interface Metrics {
  /** Takes a committed event of a session that this process runs; each event once, in its session's order. */
  readonly observe: (event: RunEvent) => void;
  /** Everything counted since the process started, in the Prometheus text format. */
  readonly text: (figures: ProcessFigures) => string;
}

/** From 10 ms, where a stub answers, to 5 minutes, where a large local model does. */
const LATENCY_BOUNDS_MS = [10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000];
const ROUND_BOUNDS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 50, 100];

type CallResult = EventData<'call-ended'>['outcome']['kind'] | 'lost';

/** Counts what the log tells, and nothing else: it writes no event and decides nothing. */
export const createMetrics = (): Metrics => {
  const running = new Set<string>();
  const ended = new Map<SessionOutcome, number>();
  const rounds = createHistogram(ROUND_BOUNDS);
  const calls = createOpenCalls();
  const nodes = createNodeDurations();
  const perModel = createModelSeries(() => ({
    latency: createHistogram(LATENCY_BOUNDS_MS),
    results: new Map<CallResult, number>(),
    tokens: { input: 0, output: 0 },
  }));

  const endCall = (event: RunEvent, callId: string, result: CallResult): void => {
    const call = calls.close(event.session_id, callId);
    if (!call) return;
    const series = perModel.of(call.provider, call.model);
    series.results.set(result, (series.results.get(result) ?? 0) + 1);
    if (result === 'answered') series.latency.observe(Math.max(0, event.at - call.startedAt));
  };

  const observe = (event: RunEvent): void => {
    switch (event.type) {
      case 'session-created':
        running.add(event.session_id);
        return;
      case 'session-resumed':
        running.add(event.session_id);
        for (const callId of event.data.lost_calls) endCall(event, callId, 'lost');
        return;
      case 'session-interrupted':
        running.delete(event.session_id);
        return;
      case 'call-started': {
        const { call_id, provider, model } = event.data;
        calls.open(event.session_id, call_id, { provider, model, startedAt: event.at });
        return;
      }
      case 'call-ended':
        return endCall(event, event.data.call_id, event.data.outcome.kind);
      case 'cost-recorded': {
        const { tokens } = perModel.of(event.data.provider, event.data.model);
        tokens.input += event.data.input_tokens ?? 0;
        tokens.output += event.data.output_tokens ?? 0;
        return;
      }
      case 'node-started':
        return nodes.started(event.session_id, event.data.node, event.at);
      case 'node-ended':
        return nodes.ended(event.session_id, event.data, event.at);
      case 'session-ended':
        running.delete(event.session_id);
        calls.forget(event.session_id);
        nodes.forget(event.session_id);
        ended.set(event.data.outcome, (ended.get(event.data.outcome) ?? 0) + 1);
        rounds.observe(event.data.rounds_executed);
        return;
      default:
        return;
    }
  };

  const families = (): readonly MetricFamily[] => [
    {
      name: 'inference_latency_ms',
      help: 'Time from the start of a model call to its answer, in milliseconds.',
      type: 'histogram',
      samples: perModel.entries().flatMap(({ labels, series }) => series.latency.samples(labels)),
    },
    {
      name: 'inference_calls_total',
      help: 'Model calls by what came of them.',
      type: 'counter',
      samples: perModel
        .entries()
        .flatMap(({ labels, series }) =>
          [...series.results].map(([result, value]) => ({ labels: { ...labels, result }, value })),
        ),
    },
    {
      name: 'tokens_consumed_total',
      help: 'Tokens of model calls, as reported or, where nothing was reported, estimated.',
      type: 'counter',
      samples: perModel.entries().flatMap(({ labels, series }) =>
        (['input', 'output'] as const).map((direction) => ({
          labels: { direction, ...labels },
          value: series.tokens[direction],
        })),
      ),
    },
    {
      name: 'session_rounds',
      help: 'Rounds that ended sessions had.',
      type: 'histogram',
      samples: rounds.samples(),
    },
    {
      name: 'dag_node_duration_ms',
      help: 'Time from the first start of a node of a task graph to its end, in milliseconds.',
      type: 'histogram',
      samples: nodes.samples(),
    },
    {
      name: 'sessions_running',
      help: 'Sessions that this process runs or holds paused.',
      type: 'gauge',
      samples: [{ value: running.size }],
    },
    {
      name: 'sessions_ended_total',
      help: 'Sessions that ended in this process, by outcome.',
      type: 'counter',
      samples: [...ended].map(([outcome, value]) => ({ labels: { outcome }, value })),
    },
  ];

  return { observe, text: (figures) => expositionText([...processFamilies(figures), ...families()]) };
};
