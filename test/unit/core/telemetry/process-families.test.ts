import { describe, expect, it } from 'vitest';
import { processFamilies } from '../../../../core/telemetry/process-families.ts';

describe('processFamilies', () => {
  const figures = { cpuSeconds: 1.5, residentBytes: 2, heapUsedBytes: 3, startedAt: 4 };

  it('is one sample for each figure', () => {
    expect(processFamilies(figures).map(({ name, samples }) => [name, samples])).toEqual([
      ['process_cpu_seconds_total', [{ value: 1.5 }]],
      ['process_resident_memory_bytes', [{ value: 2 }]],
      ['process_heap_used_bytes', [{ value: 3 }]],
      ['process_start_time_seconds', [{ value: 4 }]],
    ]);
  });

  it('leaves out what is not measured', () => {
    expect(processFamilies({ ...figures, eventLoopDelayP99: 0.004 }).at(-1)).toMatchObject({
      name: 'event_loop_delay_p99_seconds',
      samples: [{ value: 0.004 }],
    });
  });
});
