import { selectableOptions } from './modes/selectable-options.ts';
import type { ProtocolState } from './protocol-state.ts';
import { type Stage, slotsInOrder } from './stage.ts';
import { chosenOption } from './votes/index.ts';

/** First choices of the ballots or selections of this stage; null counts when it is neither. */
export const choiceCounts = (
  state: ProtocolState,
  stage: Stage,
): { readonly counts: Readonly<Record<string, number>> | null; readonly quorumMet: boolean } => {
  if (stage.phase === 'vote' && state.vote.opened !== null) {
    const counts = zeros(state.vote.opened.options);
    for (const { valid, choice } of state.vote.casts) if (valid) counts[choice] = (counts[choice] ?? 0) + 1;
    return { counts, quorumMet: state.vote.tally?.quorum_met ?? false };
  }
  if (stage.phase !== 'converge') return { counts: null, quorumMet: false };
  const options = selectableOptions(state);
  const counts = zeros(options);
  for (const slot of slotsInOrder(stage)) {
    if (slot.kind !== 'ended') continue;
    const chosen = chosenOption(slot.ballot?.choice ?? slot.decision ?? '', options);
    if (chosen !== null) counts[chosen.id] = (counts[chosen.id] ?? 0) + 1;
  }
  return { counts, quorumMet: true };
};

const zeros = (options: readonly { readonly id: string }[]): Record<string, number> =>
  Object.fromEntries(options.map((option) => [option.id, 0]));
