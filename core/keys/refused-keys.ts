import { randomBytes, scrypt } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Clock } from '../effects/index.ts';
import { holdLock } from './vault/hold-lock.ts';

const FILE = 'refused-keys.json';
/** Enough to tell one key from another; long keys of chance need no more against guessing. */
const MARK_BYTES = 16;

const entry = z.object({
  /** Milliseconds since the epoch. */
  at: z.number().int(),
  message: z.string(),
  /** Scrypt of key and address under a salt of its own: tells whether it is still the same, and nothing else. */
  salt: z.string(),
  mark: z.string(),
});
const content = z.object({ version: z.literal(1), accounts: z.record(z.string(), entry) });
type Accounts = z.infer<typeof content>['accounts'];

export interface KeyRefusal {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly message: string;
}

/** The key of an account now, with the address that it is sent to. */
export type KeyIdentity = () => Promise<string>;

/** Accounts that have refused their key, for all processes of the data folder, until the key is another one. */
export interface RefusedKeys {
  /** Undefined also where the key or its address has changed since. Reads the file only when it has changed. */
  refusal(account: string, identity: KeyIdentity): Promise<KeyRefusal | undefined>;
  /** Holds for this process at once; rejects when the file cannot be written. */
  refuse(account: string, identity: KeyIdentity, message: string): Promise<void>;
  /** The account has taken the key. */
  forgive(account: string): Promise<void>;
}

export const openRefusedKeys = (folder: string, clock: Clock): RefusedKeys => {
  const path = join(folder, FILE);
  let known: { readonly stamp: string; readonly accounts: Accounts } | undefined;
  /** By salt: a mark takes some milliseconds, and is asked for before every call. */
  const marks = new Map<string, { readonly identity: string; readonly mark: string }>();
  let writing: Promise<unknown> = Promise.resolve();

  const load = (): Accounts => {
    const file = statSync(path, { throwIfNoEntry: false });
    if (!file) return {};
    const stamp = `${file.ino} ${file.mtimeMs} ${file.size}`;
    if (known?.stamp !== stamp) known = { stamp, accounts: readAccounts(path) };
    return known.accounts;
  };

  const markOf = async (identity: string, salt: string): Promise<string> => {
    const before = marks.get(salt);
    if (before?.identity === identity) return before.mark;
    const mark = (await derive(identity, Buffer.from(salt, 'hex'), MARK_BYTES)).toString('hex');
    marks.set(salt, { identity, mark });
    return mark;
  };

  const change = (next: (accounts: Accounts) => Accounts): Promise<void> =>
    holdLock(`${path}.lock`, clock, async () => {
      const text = JSON.stringify({ version: 1, accounts: next(readAccounts(path)) });
      const draft = `${path}.new`;
      await writeFile(draft, text, { mode: 0o600 });
      await rename(draft, path);
    });

  /** One after the other; a failure is told to whoever asked and hinders nobody else. */
  const inOrder = (work: () => Promise<void>): Promise<void> => {
    const done = writing.then(work);
    writing = done.catch(() => {});
    return done;
  };

  return {
    refusal: async (account, identity) => {
      await writing;
      const found = load()[account];
      if (!found || (await markOf(await identity(), found.salt)) !== found.mark) return undefined;
      return { at: found.at, message: found.message };
    },
    refuse: (account, identity, message) =>
      inOrder(async () => {
        const salt = randomBytes(16).toString('hex');
        const mark = await markOf(await identity(), salt);
        await change((accounts) => ({ ...accounts, [account]: { at: clock.now(), message, salt, mark } }));
      }),
    forgive: (account) =>
      inOrder(async () => {
        if (load()[account] === undefined) return;
        await change(({ [account]: _forgiven, ...others }) => others);
      }),
  };
};

const derive: (text: string, salt: Buffer, length: number) => Promise<Buffer> = promisify(scrypt);

/** A file that cannot be read says nothing: at worst a key is refused once more. */
const readAccounts = (path: string): Accounts => {
  try {
    const read = existsSync(path) ? content.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;
    return read?.success ? read.data.accounts : {};
  } catch {
    return {};
  }
};
