import type { TaskId } from '../../contract/index.ts';
import { chanceBits } from '../../effects/index.ts';

const hex = (bits: number) => bits.toString(16).padStart(8, '0');

/**
 * The id of the n-th turn of a session: a UUID (version 8, RFC 9562) made from the session's id, so that a
 * replay and a resumed run name the same turn alike.
 */
export const taskIdOf = (sessionId: string, ordinal: number): TaskId =>
  madeId(sessionId, 'task', ordinal) as TaskId;

/** The id of the session inside of a node: the same one after a crash, so that it is never started twice. */
export const childIdOf = (sessionId: string, node: string, attempt: number): string =>
  madeId(sessionId, 'child', node, attempt);

const madeId = (sessionId: string, ...what: readonly (string | number)[]): string => {
  const bits = (salt: number): number => chanceBits(salt, sessionId, ...what);
  const middle = hex(((bits(1) & 0xffff0fff) | 0x00008000) >>> 0);
  const variant = hex(((bits(2) & 0x3fffffff) | 0x80000000) >>> 0);
  return `${hex(bits(0))}-${middle.slice(0, 4)}-${middle.slice(4)}-${variant.slice(0, 4)}-${variant.slice(4)}${hex(bits(3))}`;
};
