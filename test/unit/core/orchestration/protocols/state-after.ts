import type { EventDraft, ResolvedSpecification } from '../../../../../core/contract/index.ts';
import { foldEvent } from '../../../../../core/orchestration/protocols/fold-event.ts';
import {
  initialState,
  type ProtocolState,
} from '../../../../../core/orchestration/protocols/protocol-state.ts';
import { specification } from './specification.ts';
import { type Said, turnEnded, turnStarted } from './synthetic-turn.ts';

/** The state that a list of events leaves behind. */
export const stateAfter = (
  events: readonly EventDraft[],
  changes: Partial<ResolvedSpecification> = {},
): ProtocolState => {
  const state = initialState(specification(changes));
  for (const event of events) foldEvent(state, event);
  return state;
};

type RoundData = Extract<EventDraft, { type: 'round-started' }>['data'];

export const roundStarted = (
  round: number,
  phase: RoundData['phase'],
  speakers: readonly string[] = ['Athena', 'Apollo', 'Hermes'],
  order: RoundData['order'] = 'sequential',
): EventDraft => ({ type: 'round-started', data: { round, phase, order, speakers: [...speakers] } });

type Place = Parameters<typeof turnStarted>[0];

/** A turn from its start to its end. */
export const spoken = (place: Place, said: Said = {}): readonly EventDraft[] => [
  turnStarted(place),
  turnEnded(place, said),
];
