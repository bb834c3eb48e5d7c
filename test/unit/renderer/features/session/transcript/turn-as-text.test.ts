import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../../../core/contract/index.ts';
import { turnAsText } from '../../../../../../renderer/features/session/transcript/turn-as-text.ts';

const turn = {
  agent: 'Athena',
  round: 2,
  kind: 'rebuttal',
  output: { content: 'Three voters.', confidence: 0.87 },
  cost: { provider: 'openai', model: 'gpt-4o', usd: 0.01 },
  stub: false,
} as Turn;

describe('turnAsText', () => {
  it('says whose words they are', () => {
    expect(turnAsText(turn)).toBe(
      '**Athena** (openai/gpt-4o; round 2, rebuttal, confidence 0.87)\n\nThree voters.\n',
    );
  });

  it('never lets a stub pass for a model', () => {
    const stub = { ...turn, stub: true, cost: { provider: 'stub', model: 'stub/debater', usd: 0 } };
    expect(turnAsText(stub)).toContain('stub/debater, offline stub, not a language model');
  });
});
