import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { keyGateInMemory } from '../../../../core/resilience/key-gate.ts';

describe('keyGateInMemory', () => {
  it('remembers a refused key until something was changed', () => {
    const gate = keyGateInMemory();
    const refusal = new AgentNetError('provider/auth', 'no');
    gate.stop('lab', refusal);
    expect(gate.refusal('lab')).toBe(refusal);
    expect(gate.refusal('other')).toBeUndefined();
    gate.forgive();
    expect(gate.refusal('lab')).toBeUndefined();
  });
});
