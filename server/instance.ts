import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AgentNetError } from '../core/contract/index.ts';
import { liveInstance } from '../core/transport/index.ts';

const FILE = 'serve.json';
/** How long a starting instance may take to announce its address, and how often that is looked for. */
const ANNOUNCE_MS = 10_000;
const LOOK_MS = 100;
/** Longer than two contenders for a dead instance's file can be apart between reading and writing it. */
const SETTLE_MS = 50;

export interface InstanceAddress {
  readonly url: string;
  readonly token: string;
  readonly instance: string;
}

interface InstanceFile extends Partial<InstanceAddress> {
  readonly pid: number;
  /** Tells this claim from any other. */
  readonly claim: string;
}

export type Claim =
  | {
      readonly kind: 'ours';
      readonly announce: (address: InstanceAddress) => Promise<void>;
      readonly release: () => Promise<void>;
    }
  | { readonly kind: 'taken'; readonly pid: number; readonly address: InstanceAddress };

/**
 * Makes this process the one web host of a data folder, or gives the address of the one that is. The file names
 * process and token, so only its user may read it. What a dead process left is taken over.
 */
export const claimInstance = async (home: string): Promise<Claim> => {
  await mkdir(home, { recursive: true, mode: 0o700 }).catch((error) => Promise.reject(unusable(home, error)));
  const file = join(home, FILE);
  const own: InstanceFile = { pid: process.pid, claim: randomUUID() };
  const isOurs = async () => (await read(file))?.claim === own.claim;
  for (;;) {
    if (await create(file, own)) break;
    const holder = await readWhole(file);
    if (holder) {
      const address = await addressOf(file, holder);
      if (address) return { kind: 'taken', pid: holder.pid, address };
    }
    await replace(file, own);
    await sleep(SETTLE_MS);
    if (await isOurs()) break;
  }
  return {
    kind: 'ours',
    announce: (address) => replace(file, { ...own, ...address }),
    release: async () => {
      if (await isOurs()) await rm(file, { force: true });
    },
  };
};

/** Where the holder of the file answers; undefined when it is dead. Waits for one that is just starting. */
const addressOf = async (file: string, first: InstanceFile): Promise<InstanceAddress | undefined> => {
  let holder: InstanceFile | undefined = first;
  for (let waited = 0; waited < ANNOUNCE_MS; waited += LOOK_MS) {
    if (holder?.claim !== first.claim || !isRunning(first.pid)) return undefined;
    const { url, token, instance } = holder;
    if (url !== undefined && token !== undefined && instance !== undefined) {
      return (await answers(url, instance)) ? { url, token, instance } : undefined;
    }
    await sleep(LOOK_MS);
    holder = await read(file);
  }
  return undefined;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

/**
 * A process number may have been given to another program since, so the address is asked as well. Who is too busy
 * to answer is still there.
 */
const answers = async (url: string, instance: string): Promise<boolean> => {
  const live = await liveInstance(url);
  return live.kind === 'busy' || (live.kind === 'alive' && live.instance === instance);
};

const read = async (file: string): Promise<InstanceFile | undefined> => {
  try {
    const value = JSON.parse(await readFile(file, 'utf8')) as InstanceFile;
    return Number.isInteger(value.pid) && typeof value.claim === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The file of a process that is just writing it is whole a moment later. */
const readWhole = async (file: string): Promise<InstanceFile | undefined> => {
  const holder = await read(file);
  if (holder) return holder;
  await sleep(SETTLE_MS);
  return read(file);
};

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const unusable = (path: string, error: unknown): AgentNetError =>
  new AgentNetError('storage/failed', `The data folder cannot be used: ${String(codeOf(error) ?? error)}.`, {
    where: { file: path },
    kept: 'Nothing was changed.',
    remedy: 'Choose another data folder (`--home` or AGENTNET_HOME), or mend its place and rights.',
    cause: error,
  });

const textOf = (content: InstanceFile): string => `${JSON.stringify(content)}\n`;

/** False when there is a file already. */
const create = async (file: string, content: InstanceFile): Promise<boolean> => {
  try {
    await writeFile(file, textOf(content), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unusable(file, error);
  }
};

const replace = async (file: string, content: InstanceFile): Promise<void> => {
  const aside = `${file}.${randomUUID()}`;
  await writeFile(aside, textOf(content), { mode: 0o600, flag: 'wx' });
  await rename(aside, file);
};
