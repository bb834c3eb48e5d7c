import type { ModeScript } from '../mode-script.ts';
import { roundsLeft } from '../protocol-state.ts';
import { cappedConclusion, conclude, measuredConclusion } from './conclude.ts';

/** Each agent answers; in further rounds it revises its answer, until nothing changes or the rounds are used. */
export const single: ModeScript = {
  before: () => null,
  behind: () => null,
  isRoundOver: () => true,
  options: () => [],
  decision: () => null,
  after: (state) => {
    const measured = state.stage === null ? null : measuredConclusion(state);
    if (measured !== null) return conclude({ ...measured, judged: false });
    if (roundsLeft(state) > 0 && !state.capReached)
      return { kind: 'round', phase: 'answer', speakers: 'all' };
    // One round is all that was asked for: reaching it is no cap.
    const capped = state.cap > 1 && state.setting.convergence !== null;
    const conclusion = cappedConclusion(state, capped);
    const reason = state.cap === 1 ? 'The question was answered.' : conclusion.reason;
    return conclude({ ...conclusion, reason, judged: false });
  },
};
