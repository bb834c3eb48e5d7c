import { describe, expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { parseKeyReference } from '../../../../core/keys/parse-key-reference.ts';

describe('parseKeyReference', () => {
  it('reads both kinds', () => {
    expect(parseKeyReference('env:LAB_KEY')).toEqual({ kind: 'environment', name: 'LAB_KEY' });
    expect(parseKeyReference('keychain:proxy-2')).toEqual({ kind: 'keychain', name: 'proxy-2' });
  });

  it.each(['', 'LAB_KEY', 'env:', 'env:1ST', 'env:A B', 'keychain:', 'keychain:a b', 'vault:x'])(
    'refuses %j',
    (reference) => {
      expect(() => parseKeyReference(reference)).toThrow(AgentNetError);
    },
  );

  it('does not repeat a key that was pasted in place of a reference', () => {
    const pasted = 'sk-proj-Zm9vYmFyYmF6';
    try {
      parseKeyReference(pasted);
      expect.unreachable();
    } catch (thrown) {
      expect(JSON.stringify((thrown as AgentNetError).toWire())).not.toContain(pasted);
      expect(thrown).toMatchObject({ code: 'input/invalid' });
    }
  });
});
