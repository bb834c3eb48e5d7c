import type { EventDraft } from '../../contract/index.ts';
import type { SpentBudget, StartChild } from '../protocols/index.ts';
import type { SessionState } from './session-state.ts';
import { childIdOf } from './task-id.ts';

/**
 * The intent of a session inside of a node. What it may spend is carved out of what this session and the nodes around
 * it have left, and reserved until it has ended; null while all that is left is reserved by others. With nothing left,
 * the cap that says so.
 */
export const childStarted = (state: SessionState, intent: StartChild): EventDraft | null => {
  const { budget } = state.specification;
  const rooms = [sessionBudget(state), ...intent.budgets];
  const tokens = leastRoom(rooms.map((room) => roomIn(room.caps.tokens, room.tokens)));
  const microUsd = leastRoom(rooms.map((room) => roomIn(microUsdOf(room.caps.usd), room.microUsd)));
  for (const [limit, room] of [['tokens', tokens] as const, ['usd', microUsd] as const]) {
    if (room === null || room > 0) continue;
    const used = limit === 'tokens' ? state.reservedTokens : state.reservedMicroUsd;
    if (used > 0) return null;
    const cap = budget[limit] ?? 0;
    return { type: 'limit-reached', data: { limit, cap, spent: spentOf(state, limit) } };
  }
  const own = asRecord(intent.specification['budget']);
  const carved = {
    ...own,
    ...(tokens !== null && { tokens: Math.min(tokens, numberOr(own['tokens'], tokens)) }),
    ...(microUsd !== null && { usd: Math.min(microUsd / 1e6, numberOr(own['usd'], microUsd / 1e6)) }),
  };
  return {
    type: 'child-started',
    data: {
      node: intent.node,
      session_id: childIdOf(state.sessionId, intent.node, intent.attempt),
      specification: {
        ...intent.specification,
        ...(Object.keys(carved).length > 0 && { budget: carved }),
      },
      reserved_tokens: tokens === null ? null : (carved.tokens ?? tokens),
      reserved_micro_usd: microUsd === null ? null : Math.floor((carved.usd ?? microUsd / 1e6) * 1e6),
    },
  };
};

const sessionBudget = (state: SessionState): Omit<SpentBudget, 'node'> => {
  const { tokens, usd } = state.specification.budget;
  return {
    caps: { ...(tokens !== undefined && { tokens }), ...(usd !== undefined && { usd }) },
    tokens: { spent: spentOf(state, 'tokens'), reserved: state.reservedTokens },
    microUsd: { spent: state.totals.microUsd ?? 0, reserved: state.reservedMicroUsd },
  };
};

/** In tokens, or in US dollars. */
const spentOf = (state: SessionState, limit: 'tokens' | 'usd'): number =>
  limit === 'tokens'
    ? state.totals.inputTokens + state.totals.outputTokens
    : (state.totals.microUsd ?? 0) / 1e6;

const microUsdOf = (usd: number | undefined): number | undefined =>
  usd === undefined ? undefined : Math.floor(Number((usd * 1e6).toFixed(3)));

const roomIn = (cap: number | undefined, used: { readonly spent: number; readonly reserved: number }) =>
  cap === undefined ? null : cap - used.spent - used.reserved;

const leastRoom = (rooms: readonly (number | null)[]): number | null =>
  rooms.reduce((least, room) => (room === null || (least !== null && least <= room) ? least : room), null);

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);
