import { describe, expect, it } from 'vitest';
import {
  folderRulesOf,
  linksOf,
  rulesInForce,
} from '../../../../../core/orchestration/engine/downgrade-rules.ts';
import type { SessionState } from '../../../../../core/orchestration/engine/session-state.ts';

const rule = (name: string, when: object, to = 'cheapest') => ({ name, when, to });

describe('rules that step down', () => {
  it('ask the data folder in whole micro-USD, and not about the session itself', () => {
    expect(
      folderRulesOf([
        rule('day', { day_usd_above: 0.29 }),
        rule('share', { session_share_above: 0.8 }),
        rule('project', { project_usd_above: 1.0000005 }),
        rule('rate', { usd_per_minute_above: 0.1 }),
      ]),
    ).toEqual([
      { name: 'day', measure: 'day_usd', above: 290_000 },
      { name: 'project', measure: 'project_usd', above: 1_000_000 },
      { name: 'rate', measure: 'usd_per_minute', above: 100_000 },
    ]);
  });

  it('hold by what was switched, and by the cap that is further used', () => {
    const inForce = (budget: object, microUsd: number | null, tokens: number) =>
      rulesInForce({
        downgrade: [rule('day', { day_usd_above: 1 }), rule('share', { session_share_above: 0.5 })],
        rulesOn: new Set(['day']),
        specification: { budget },
        totals: { microUsd, inputTokens: tokens, outputTokens: 0 },
      } as unknown as SessionState).map(({ name }) => name);
    expect(inForce({}, 900, 900)).toEqual(['day']);
    expect(inForce({ usd: 0.001 }, 500, 0)).toEqual(['day']);
    expect(inForce({ usd: 0.001 }, 501, 0)).toEqual(['day', 'share']);
    expect(inForce({ usd: 1, tokens: 100 }, 1, 51)).toEqual(['day', 'share']);
    expect(inForce({ usd: 0.001 }, null, 0)).toEqual(['day']);
  });

  it('lead behind the link that is asked, to a stub only by its name', () => {
    const chain = ['a/1', 'stub/s', 'b/2'];
    const models = { 'stub/s': { provider: 'stub', local: true, stub: true } };
    expect(linksOf(rule('r', {}), chain, 0, models)).toEqual([2]);
    expect(linksOf(rule('r', {}, 'stub/s'), chain, 0, models)).toEqual([1]);
    expect(linksOf(rule('r', {}, 'stub/s'), chain, 1, models)).toEqual([]);
    expect(linksOf(rule('r', {}, 'c/3'), chain, 0, models)).toEqual([]);
  });
});
