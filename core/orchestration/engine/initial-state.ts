import type { EventData } from '../../contract/index.ts';
import { beginProtocol } from '../protocols/index.ts';
import type { SessionState } from './session-state.ts';

/** The state after `session-created`, before the protocol has folded anything. */
export const initialState = (
  sessionId: string,
  created: EventData<'session-created'>,
  at: number,
): SessionState => {
  const { specification } = created;
  return {
    sessionId,
    specification,
    agents: created.agents,
    chains: created.chains,
    models: created.models,
    downgrade: created.downgrade ?? [],
    rulesOn: new Set(),
    references: new Map(Object.entries(created.agents).map(([reference, agent]) => [agent.name, reference])),
    protocol: beginProtocol(created),
    due: null,
    phase: { kind: 'running' },
    stopping: null,
    reached: null,
    maxRounds: specification.max_rounds,
    round: 0,
    roundsExecuted: 0,
    open: new Map(),
    idleTurns: [],
    children: new Map(),
    turnsStarted: 0,
    recent: [],
    newest: new Map(),
    interjections: [],
    totals: { microUsd: 0, inputTokens: 0, outputTokens: 0, calls: 0, repeatedCalls: 0 },
    reservedTokens: 0,
    reservedMicroUsd: 0,
    tellsVote: (created.prompts ?? 1) >= 2,
    settlesWithCost: Object.values(created.models).some((facts) => facts.price !== undefined),
    stub: false,
    activeMs: 0,
    lastAt: at,
    idle: false,
  };
};
