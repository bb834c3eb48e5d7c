import { describe, expect, it } from 'vitest';
import { agentParts } from '../../../../../core/agents/prompt/agent-parts.ts';
import { sampleAgent } from '../sample-brief.ts';

describe('agentParts', () => {
  it('puts the role and the chosen style fragments into parts', () => {
    const parts = agentParts(
      sampleAgent({ role: ' Be exact.\u0000 ', style: { logic: 0.9, humor: 0.1, jazz: 0.5 } }),
    );
    expect(parts.role.text).toBe('## Role\nBe exact.');
    expect(parts.style?.text.split('\n').map((line) => line.slice(0, 20))).toEqual([
      '## Style',
      '- logic (strong): Ar',
      '- humor (sparing): K',
    ]);
    expect(parts.insights).toHaveLength(3);
  });

  it('has no style part where no style applies', () => {
    expect(agentParts(sampleAgent({ style: { logic: 0.3 } })).style).toBeUndefined();
  });

  it('is made once for a version', () => {
    const agent = sampleAgent();
    expect(agentParts(agent)).toBe(agentParts(agent));
    expect(agentParts(sampleAgent())).not.toBe(agentParts(agent));
  });
});
