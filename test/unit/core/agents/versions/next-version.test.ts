import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../../../core/agents/versions/fingerprint-of.ts';
import { nextVersion } from '../../../../../core/agents/versions/next-version.ts';
import { agentDefinition } from '../../../../../core/contract/index.ts';

const saying = (role: string, version?: string) =>
  agentDefinition.parse({
    name: 'Athena',
    description: 'Argues',
    role,
    ...(version !== undefined && { version }),
  });
const stored = (role: string, version: string) => ({
  name: 'Athena',
  version,
  fingerprint: fingerprintOf(saying(role)),
});

describe('nextVersion', () => {
  it('begins with 1.0.0, or with what the definition says', () => {
    expect(nextVersion([], saying('a'))).toBe('1.0.0');
    expect(nextVersion([], saying('a', '2.3.4'))).toBe('2.3.4');
  });

  it('gives the same content its old version', () => {
    const existing = [stored('a', '1.0.0'), stored('b', '1.1.0')];
    expect(nextVersion(existing, saying('b'))).toBe('1.1.0');
    expect(nextVersion(existing, saying('a'))).toBe('1.0.0');
    expect(nextVersion(existing, saying('b', '1.1.0'))).toBe('1.1.0');
    expect(nextVersion(existing, saying('b', '9.0.0'))).toBe('1.1.0');
  });

  it('gives changed content the next minor version of the newest one', () => {
    expect(nextVersion([stored('a', '1.9.7'), stored('b', '1.10.2')], saying('c'))).toBe('1.11.0');
    expect(nextVersion([stored('a', '2.0.0'), stored('b', '1.10.2')], saying('c'))).toBe('2.1.0');
  });

  it('gives changed content the version it asks for', () => {
    expect(nextVersion([stored('a', '1.0.0')], saying('c', '2.0.0'))).toBe('2.0.0');
  });

  it('refuses to give a version a second meaning', () => {
    expect(() => nextVersion([stored('a', '1.0.0')], saying('c', '1.0.0'))).toThrow(
      expect.objectContaining({ code: 'input/conflict', data: { taken: ['1.0.0'] } }),
    );
  });

  it('does not mix agents of different names up', () => {
    expect(nextVersion([{ ...stored('a', '4.0.0'), name: 'Apollo' }], saying('a'))).toBe('1.0.0');
  });
});
