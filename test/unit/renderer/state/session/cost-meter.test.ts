import { describe, expect, it } from 'vitest';
import { costMeter } from '../../../../../renderer/state/session/cost-meter.ts';
import { running, snapshot } from './sample-snapshot.ts';

const call = (reservedTokens: number, reservedUsd: number | null) => ({
  call_id: '1',
  attempt: 1,
  link: 0,
  model: 'm',
  reserved_tokens: reservedTokens,
  reserved_usd: reservedUsd,
});
const { specification } = snapshot();

describe('costMeter', () => {
  it('adds up what the running calls have set aside', () => {
    const view = snapshot({
      specification: { ...specification, budget: { usd: 0.5, tokens: 9000 } },
      totals: { usd: 0.08, tokens: { input: 300, output: 200 }, calls: 4, repeated_calls: 0 },
      running: [
        running('a', 1, 0, 'Athena', { call: call(1000, 0.01) }),
        running('b', 1, 1, 'Apollo', { call: call(500, 0.02) }),
        running('c', 1, 2, 'Hermes'),
      ],
    });
    expect(costMeter(view)).toEqual({
      usd: { spent: 0.08, reserved: 0.03, cap: 0.5 },
      tokens: { spent: 500, reserved: 1500, cap: 9000 },
      reservedUnknown: false,
    });
  });

  it('adds what sessions inside of nodes have set aside, and nothing for those that nothing bounds', () => {
    const inside = (tokens: number | null, usd: number | null) => ({
      node: 'talk',
      session_id: 'x',
      reserved_tokens: tokens,
      reserved_usd: usd,
    });
    const view = snapshot({
      running: [running('a', 1, 0, 'Athena', { call: call(1000, 0.25) })],
      inside: [inside(4000, null), inside(null, 0.5)],
    });
    expect(costMeter(view)).toMatchObject({
      usd: { reserved: 0.75 },
      tokens: { reserved: 5000 },
      reservedUnknown: false,
    });
  });

  it('knows that a worst case is unknown, and what is spent too', () => {
    const view = snapshot({
      totals: { usd: null, tokens: { input: 0, output: 0 }, calls: 1, repeated_calls: 0 },
      running: [running('a', 1, 0, 'Athena', { call: call(1000, null) })],
    });
    expect(costMeter(view)).toMatchObject({
      usd: { spent: null, reserved: 0, cap: undefined },
      reservedUnknown: true,
    });
  });
});
