import { AgentNetError } from '../contract/index.ts';
import type { KeyStore } from './key-store.ts';
import { readKeychain } from './keychain.ts';
import { parseKeyReference } from './parse-key-reference.ts';

const withoutBlanks = (key: string | undefined): string | undefined => key?.trim() || undefined;

/** Environment variables that the host passes, and the operating system's keychain, loaded when first asked. */
export const openKeyStore = (environment: Readonly<Record<string, string | undefined>>): KeyStore => ({
  keyOf: async (reference) => {
    const { kind, name } = parseKeyReference(reference);
    if (kind === 'environment') return withoutBlanks(environment[name]);
    try {
      return withoutBlanks(await readKeychain(name));
    } catch (cause) {
      const variable = `${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_KEY`;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AgentNetError(
        'provider/no-key',
        `The key "${name}" cannot be read: this machine has no keychain that AgentNet can use (${reason}).`,
        {
          remedy: `Set an environment variable and name it in config.yaml instead, like \`key: env:${variable}\`.`,
          cause,
        },
      );
    }
  },
});
