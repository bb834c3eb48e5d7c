import type { MetricFamily } from './exposition.ts';

/** What the host measures of its process; this room asks no operating system. */
export interface ProcessFigures {
  /** User and system time of the processor, in seconds. */
  readonly cpuSeconds: number;
  readonly residentBytes: number;
  readonly heapUsedBytes: number;
  /** Seconds since the epoch. */
  readonly startedAt: number;
  /** 99th percentile of how late the event loop was, in seconds; absent where it is not measured. */
  readonly eventLoopDelayP99?: number;
}

export const processFamilies = (figures: ProcessFigures): readonly MetricFamily[] => [
  family(
    'process_cpu_seconds_total',
    'User and system time of the processor, in seconds.',
    'counter',
    figures.cpuSeconds,
  ),
  family('process_resident_memory_bytes', 'Resident memory, in bytes.', 'gauge', figures.residentBytes),
  family(
    'process_heap_used_bytes',
    'Used heap of the JavaScript engine, in bytes.',
    'gauge',
    figures.heapUsedBytes,
  ),
  family(
    'process_start_time_seconds',
    'Start of the process, in seconds since the epoch.',
    'gauge',
    figures.startedAt,
  ),
  ...(figures.eventLoopDelayP99 === undefined
    ? []
    : [
        family(
          'event_loop_delay_p99_seconds',
          'How late the event loop was, 99th percentile, in seconds.',
          'gauge',
          figures.eventLoopDelayP99,
        ),
      ]),
];

const family = (name: string, help: string, type: MetricFamily['type'], value: number): MetricFamily => ({
  name,
  help,
  type,
  samples: [{ value }],
});
