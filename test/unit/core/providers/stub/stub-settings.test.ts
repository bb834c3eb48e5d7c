import { describe, expect, it } from 'vitest';
import {
  defaultStubSettings,
  stubConfiguration,
  toStubSettings,
} from '../../../../../core/providers/stub/stub-settings.ts';

describe('stubConfiguration', () => {
  it('is slow enough to watch when nothing is said', () => {
    expect(toStubSettings(stubConfiguration.parse({}))).toEqual(defaultStubSettings);
    expect(defaultStubSettings).toMatchObject({ latencyMs: 250, tokensPerSecond: 60 });
  });

  it('takes faults and a script', () => {
    const settings = toStubSettings(
      stubConfiguration.parse({
        latency_ms: 0,
        tokens_per_s: 0,
        faults: [
          { kind: 'error', code: 'provider/overloaded', every: 3, agent: 'Apollo' },
          { kind: 'slow', latency_ms: 50 },
        ],
        script: [{ reply: 'Yes.', agent: 'Athena', round: 2, kind: 'vote' }],
      }),
    );
    expect(settings.faults).toEqual([
      {
        kind: 'error',
        code: 'provider/overloaded',
        at: [],
        every: 3,
        probability: undefined,
        agent: 'Apollo',
        latencyMs: 2_000,
      },
      {
        kind: 'slow',
        code: 'provider/server',
        at: [],
        every: undefined,
        probability: undefined,
        agent: undefined,
        latencyMs: 50,
      },
    ]);
    expect(settings.script).toEqual([{ reply: 'Yes.', agent: 'Athena', round: 2, kind: 'vote' }]);
  });

  it.each([
    { latency_ms: -1 },
    { tokens_per_second: 5 },
    { faults: [{ kind: 'explode' }] },
    { faults: [{ kind: 'error', code: 'storage/full' }] },
    { faults: [{ kind: 'error', code: 'provider/unheard-of' }] },
    { faults: [{ kind: 'cut', probability: 2 }] },
    { faults: [{ kind: 'cut', at: [0] }] },
    { script: [{ agent: 'Athena' }] },
  ])('refuses %j', (configuration) => {
    expect(stubConfiguration.safeParse(configuration).success).toBe(false);
  });
});
