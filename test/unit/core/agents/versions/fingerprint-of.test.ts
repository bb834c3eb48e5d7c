import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../../../core/agents/versions/fingerprint-of.ts';
import { agentDefinition } from '../../../../../core/contract/index.ts';

const definition = agentDefinition.parse({
  name: 'Athena',
  description: 'Argues',
  role: 'You argue.',
  style: { logic: 0.9, humor: 0.1 },
});

describe('fingerprintOf', () => {
  it('is a SHA-256 in hexadecimal', () => {
    expect(fingerprintOf(definition)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the version or on the order of keys', () => {
    expect(fingerprintOf({ ...definition, version: '3.0.0' })).toBe(fingerprintOf(definition));
    expect(fingerprintOf({ ...definition, style: { humor: 0.1, logic: 0.9 } })).toBe(
      fingerprintOf(definition),
    );
  });

  it('changes with everything that the agent is', () => {
    const changed = [
      { ...definition, name: 'Apollo' },
      { ...definition, description: 'Argues well' },
      { ...definition, role: 'You argue' },
      { ...definition, style: { logic: 0.9 } },
      { ...definition, models: ['stub/debater'] },
      { ...definition, max_output_tokens: 100 },
      { ...definition, temperature: 0.5 },
    ].map(fingerprintOf);
    expect(new Set([fingerprintOf(definition), ...changed]).size).toBe(8);
  });

  it('looks at the definition only when given a stored version', () => {
    const stored = { ...definition, version: '1.0.0', fingerprint: 'x', origin: 'user', created_at: 5 };
    expect(fingerprintOf(stored)).toBe(fingerprintOf(definition));
  });
});
