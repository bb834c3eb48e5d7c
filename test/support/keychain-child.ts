/** The keychain adapter in a process of its own: one JSON command a line in, one JSON answer a line out. */
import { createInterface } from 'node:readline';
import { realEffects } from '../../core/effects/index.ts';
import { keychain, probeKeychain } from '../../core/keys/index.ts';

interface Command {
  readonly what: 'probe' | 'read' | 'set' | 'remove';
  readonly name: string;
  readonly key: string;
}

const answer = ({ what, name, key }: Command): Promise<unknown> => {
  switch (what) {
    case 'probe':
      return probeKeychain(realEffects.clock);
    case 'read':
      return keychain.read(name);
    case 'set':
      return keychain.set(name, key);
    case 'remove':
      return keychain.remove(name);
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const reply = await answer(JSON.parse(line)).then(
    (value) => ({ value: value ?? null }),
    (error: unknown) => ({ error: String(error) }),
  );
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
