import { describe, expect, it } from 'vitest';
import { agentSpeeds } from '../../../../../renderer/state/session/agent-speeds.ts';
import { header } from './sample-snapshot.ts';

describe('agentSpeeds', () => {
  it('has the median to the first token and the speed of each agent', () => {
    const speeds = agentSpeeds([
      header('a', 1, 0, 'Athena', { first_token_ms: 400, latency_ms: 1400, output_tokens: 50 }),
      header('b', 1, 1, 'Apollo', { first_token_ms: null, latency_ms: 0, output_tokens: null }),
      header('c', 2, 0, 'Athena', { first_token_ms: 200, latency_ms: 1200, output_tokens: 50 }),
      header('d', 3, 0, 'Athena', { first_token_ms: 900, latency_ms: 1900, output_tokens: 50 }),
    ]);
    expect(speeds).toEqual([
      { agent: 'Athena', firstTokenMs: 400, tokensPerSecond: 50 },
      { agent: 'Apollo', firstTokenMs: null, tokensPerSecond: null },
    ]);
  });

  it('looks at the latest turns only', () => {
    const turns = Array.from({ length: 80 }, (_, index) =>
      header(`t${index}`, index, 0, 'Athena', { first_token_ms: index < 30 ? 10_000 : 100 }),
    );
    expect(agentSpeeds(turns)[0]?.firstTokenMs).toBe(100);
  });
});
