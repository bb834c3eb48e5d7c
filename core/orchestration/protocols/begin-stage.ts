import type { RoundPhase } from '../../contract/index.ts';
import type { ProtocolState } from './protocol-state.ts';
import { isModerated } from './speaking-order.ts';
import type { Stage } from './stage.ts';

export interface StageStart {
  readonly round: number;
  readonly phase: RoundPhase;
  readonly order: 'sequential' | 'parallel';
  readonly speakers: readonly string[];
  readonly base: number;
}

/** Puts a new stage in the place of the finished one; a ballot keeps what its round has measured. */
export const beginStage = (state: ProtocolState, start: StageStart): void => {
  const sameRound = state.stage?.round === start.round ? state.stage : null;
  const stage: Stage = {
    ...start,
    moderated: isModerated(state.setting, start.phase, start.speakers.length),
    slots: new Map(),
    spoken: new Set(),
    running: 0,
    failures: 0,
    nextIndex: start.base,
    called: null,
    measured: sameRound?.measured ?? new Set(),
  };
  if (!stage.moderated) stage.nextIndex = start.base + start.speakers.length;
  if (start.phase === 'diverge') {
    state.brainstorm.again = false;
    state.brainstorm.ideas.clear();
    state.brainstorm.groups = [];
  }
  state.stage = stage;
};
