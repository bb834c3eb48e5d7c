import type { AppendOperation, GroupOperation } from './messages.ts';

/**
 * Two appends of which the second goes on where the first ended, as one: fewer objects to post. Null where they
 * are anything else. Uses up `first`, whose rows it goes on filling.
 */
export const joinAppends = (first: GroupOperation, second: GroupOperation): AppendOperation | null => {
  if (first.kind !== 'append' || second.kind !== 'append') return null;
  if (first.sessionId !== second.sessionId || first.token !== second.token) return null;
  // The last place of a row is its hash, which the next row was sealed on.
  if (first.rows[first.rows.length - 1] !== second.hash) return null;
  for (const value of second.rows) first.rows.push(value);
  const settlements = [...(first.settlements ?? []), ...(second.settlements ?? [])];
  return settlements.length === 0 ? first : { ...first, settlements };
};
