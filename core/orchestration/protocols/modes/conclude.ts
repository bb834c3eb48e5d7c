import type { Conclusion, Step } from '../mode-script.ts';
import type { ProtocolState } from '../protocol-state.ts';

/** A brainstorm that ran dry has held fewer rounds than it might have. */
const roundsHeld = ({ stage, cap }: ProtocolState): string => {
  const count = stage?.round ?? 0;
  if (count === 1) return 'One round was held';
  return count === cap ? `All ${count} rounds were held` : `${count} rounds were held`;
};

export const conclude = (conclusion: Conclusion): Step => ({ kind: 'conclude', conclusion });

/**
 * The end of a talk by what was measured: agreement first, then standing still, which is an end without
 * agreement; null while neither is the case.
 */
export const measuredConclusion = (state: ProtocolState): Conclusion | null => {
  const { converged, stagnant } = state;
  const common = { capped: false, judged: state.setting.judge !== null };
  if (converged !== null) {
    const reason = `Converged in round ${converged.round} (${converged.method}): ${converged.why}`;
    return { ...common, outcome: 'converged', reason, converged: true };
  }
  if (stagnant !== null) {
    const reason = `Stagnation in round ${stagnant.round}: ${stagnant.why}`;
    return { ...common, outcome: 'completed', reason, converged: false };
  }
  return null;
};

/** The end of a talk by its cap on rounds. `capped` says whether that is worth an event of its own. */
export const cappedConclusion = (state: ProtocolState, capped: boolean): Conclusion => ({
  outcome: 'completed',
  reason: `${roundsHeld(state)}${capped && state.setting.convergence !== null ? ' without convergence' : ''}.`,
  converged: false,
  capped,
  judged: state.setting.judge !== null,
});
