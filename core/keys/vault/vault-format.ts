import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AgentNetError, canonicalJson } from '../../contract/index.ts';

const base64 = z.base64();

/**
 * What a vault file holds. `check` tells a wrong pass phrase from a changed content before anything is decrypted;
 * `sum` is no protection, it tells an accident (a cut file, a bad disk) from both.
 */
const vaultFile = z.strictObject({
  format: z.literal('agentnet-vault'),
  version: z.literal(1),
  // A floor and a ceiling: neither a file made weak nor one that eats the memory is opened.
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    n: z.union([z.literal(2 ** 16), z.literal(2 ** 17), z.literal(2 ** 18), z.literal(2 ** 19)]),
    r: z.literal(8),
    p: z.union([z.literal(1), z.literal(2)]),
    salt: base64,
  }),
  cipher: z.literal('aes-256-gcm'),
  check: base64,
  nonce: base64,
  /** The entries as JSON, encrypted, with the tag of 16 bytes at the end. */
  data: base64,
  sum: z.string(),
});
export type VaultFile = z.infer<typeof vaultFile>;
export type VaultHeader = Pick<VaultFile, 'format' | 'version' | 'kdf' | 'cipher'>;

const newerFile = z.looseObject({ format: z.literal('agentnet-vault'), version: z.number().int().min(2) });

const sumOf = (file: Omit<VaultFile, 'sum'>): string =>
  createHash('sha256').update(canonicalJson(file)).digest('hex');

export const writeVaultText = (file: Omit<VaultFile, 'sum'>): string =>
  `${JSON.stringify({ ...file, sum: sumOf(file) }, null, 2)}\n`;

/** Throws `storage/corrupt` for a damaged file and `storage/newer` for one of a later AgentNet. */
export const readVaultText = (text: string, path: string): VaultFile => {
  const data = parsed(text);
  if (newerFile.safeParse(data).success) {
    throw new AgentNetError('storage/newer', `The vault ${path} was written by a newer AgentNet.`, {
      where: { file: path },
      kept: 'It was left as it is.',
      remedy: 'Update AgentNet.',
    });
  }
  const read = vaultFile.safeParse(data);
  if (!read.success) throw damaged(path);
  const { sum, ...rest } = read.data;
  if (sum !== sumOf(rest)) throw damaged(path);
  return read.data;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const damaged = (path: string): AgentNetError =>
  new AgentNetError(
    'storage/corrupt',
    `The vault ${path} is damaged: a part of it is missing or not as it was written.`,
    {
      where: { file: path },
      kept: 'It was left as it is; no key was changed.',
      remedy: 'Put a copy of it back, or move it away and set the keys again.',
    },
  );
