import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { KeychainState, KeyStore } from '../../core/keys/index.ts';

const script = fileURLToPath(import.meta.resolve('./keychain-child.ts'));

export interface RemoteKeychain extends KeyStore {
  readonly probe: () => Promise<KeychainState>;
  readonly close: () => Promise<void>;
}

/** The keychain adapter as a process with this environment sees it: which bus there is is fixed at its start. */
export const remoteKeychain = (environment: Readonly<Record<string, string | undefined>>): RemoteKeychain => {
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let queue: Promise<unknown> = Promise.resolve();
  const ask = <T>(what: string, name = '', key = ''): Promise<T> => {
    const next = queue.then(async () => {
      child.stdin.write(`${JSON.stringify({ what, name, key })}\n`);
      const { value: line } = await lines.next();
      const reply = JSON.parse(String(line)) as { value: T; error?: string };
      if (reply.error !== undefined) throw new Error(reply.error);
      return reply.value;
    });
    queue = next.catch(() => undefined);
    return next;
  };
  return {
    kind: 'keychain',
    probe: () => ask('probe'),
    read: async (name) => (await ask<string | null>('read', name)) ?? undefined,
    set: (name, key) => ask('set', name, key),
    remove: (name) => ask('remove', name),
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await ended;
    },
  };
};
