import type { TurnHeader } from '../../../core/contract/index.ts';
import { medianOf, recentSpeed } from './speed.ts';

export interface AgentSpeed {
  readonly agent: string;
  /** Median, in milliseconds. */
  readonly firstTokenMs: number | null;
  /** Tokens a second over the last turns. */
  readonly tokensPerSecond: number | null;
}

/** How fast each agent answers, in order of their first turns. */
export const agentSpeeds = (turns: readonly TurnHeader[]): readonly AgentSpeed[] => {
  const byAgent = new Map<string, TurnHeader[]>();
  for (const turn of turns) {
    const of = byAgent.get(turn.agent);
    if (of === undefined) byAgent.set(turn.agent, [turn]);
    else of.push(turn);
  }
  return [...byAgent].map(([agent, some]) => ({
    agent,
    firstTokenMs: medianOf(some.slice(-MOST_TURNS).flatMap(({ first_token_ms: first }) => first ?? [])),
    tokensPerSecond: recentSpeed(some),
  }));
};

/** Sorting for the median stays cheap however long a session gets; and what counts is how it goes lately. */
const MOST_TURNS = 50;
