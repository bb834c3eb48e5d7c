import type { VoteOption } from '../../../agents/index.ts';
import type { Conclusion } from '../mode-script.ts';
import type { ProtocolState } from '../protocol-state.ts';
import { chosenOption } from '../votes/index.ts';
import { judgedDecision } from './judged-decision.ts';

/** The option that the last vote or, where it was left to him, the judge chose. */
export const decidedOption = (state: ProtocolState): VoteOption | null => {
  const { opened, tally } = state.vote;
  if (opened === null || tally === null) return null;
  if (tally.winner !== null) return opened.options.find((option) => option.id === tally.winner) ?? null;
  return tally.fallback === 'judge' ? chosenOption(judgedDecision(state) ?? '', opened.options) : null;
};

/** How a consensus ends; asked again after the judge has spoken. A carried vote is its convergence. */
export const consensusConclusion = (state: ProtocolState): Conclusion => {
  const { tally } = state.vote;
  const decided = decidedOption(state);
  const carried = tally !== null && tally.winner !== null && tally.fallback === null;
  const common = { converged: carried || state.converged !== null, capped: false, judged: false };
  if (tally === null) {
    return {
      ...common,
      outcome: 'undecided',
      reason: 'No proposal was made, so there was nothing to vote on.',
    };
  }
  if (decided !== null) {
    const by = tally.winner === null ? `The judge chose ${decided.id}.` : tally.why;
    return { ...common, outcome: 'decided', reason: by, judged: tally.winner === null };
  }
  const judged = tally.fallback === 'judge' && state.setting.judge !== null;
  const verdict = judged && state.judgement !== null ? ' The judge named no option.' : '';
  return { ...common, outcome: 'undecided', reason: `${tally.why}${verdict}`, capped: true, judged };
};
