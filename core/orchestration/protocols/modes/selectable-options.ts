import type { VoteOption } from '../../../agents/index.ts';
import type { ProtocolState } from '../protocol-state.ts';
import { optionsFrom } from '../votes/index.ts';

/** As many as there are letters; a longer list is no choice any more. */
const MOST_OPTIONS = 26;

/** What a selection chooses from: the groups, or the newest ideas where fewer than two distinct groups were named. */
export const selectableOptions = ({ brainstorm }: ProtocolState): readonly VoteOption[] => {
  const groups = optionsFrom(brainstorm.groups.map((text) => ({ text, by: null })));
  if (groups.length > 1) return groups.slice(0, MOST_OPTIONS);
  const ideas = [...brainstorm.ideas].sort(([one], [other]) => one - other).map(([, idea]) => idea);
  return optionsFrom(ideas.flatMap(({ agent, texts }) => texts.map((text) => ({ text, by: agent })))).slice(
    0,
    MOST_OPTIONS,
  );
};
