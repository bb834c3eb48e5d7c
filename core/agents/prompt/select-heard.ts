import type { TurnKind } from '../../contract/index.ts';
import type { SpokenTurn, TurnBrief } from '../turn-brief.ts';

/** Kinds that look over the shoulder of the whole session and hear all speakers, themselves included. */
const overviewRounds: Partial<Record<TurnKind, number>> = { judgement: 2, synthesis: 2, cluster: 8 };

/** Rounds before the current one that can reach the prompt, apart from each agent's newest position. */
export const ROUNDS_LOOKED_BACK = 8;

export interface HeardParts {
  /** The agent's own last turn; undefined when it has not spoken or when its turns are among `fresh`. */
  readonly own: SpokenTurn | undefined;
  /** To be quoted in full: what others said since the agent last spoke, or the last rounds for an overview. */
  readonly fresh: readonly SpokenTurn[];
  /** To be summarised: what came before that. */
  readonly earlier: readonly SpokenTurn[];
}

/**
 * Splits what was heard, looking only at its end: at most the turns of `ROUNDS_LOOKED_BACK` rounds and one
 * older turn for each participant. A caller may pass a whole history, but those suffice.
 */
export const selectHeard = (brief: TurnBrief): HeardParts => {
  const perRound = brief.participants.length + 2;
  const { heard, agent } = brief;
  const start = Math.max(0, heard.length - perRound * ROUNDS_LOOKED_BACK - brief.participants.length);
  const overview = overviewRounds[brief.kind];
  const newest = heard.at(-1)?.round ?? 0;

  let fresh = heard.length;
  if (overview !== undefined) {
    while (fresh > start && (heard[fresh - 1] as SpokenTurn).round > newest - overview) fresh -= 1;
    return { own: undefined, fresh: heard.slice(fresh), earlier: heard.slice(start, fresh) };
  }
  const oldestFresh = newest - ROUNDS_LOOKED_BACK;
  let own: SpokenTurn | undefined;
  while (fresh > start) {
    const turn = heard[fresh - 1] as SpokenTurn;
    if (turn.agent === agent.name) {
      own = turn;
      break;
    }
    if (turn.round <= oldestFresh) break;
    fresh -= 1;
  }
  return { own, fresh: heard.slice(fresh), earlier: heard.slice(start, fresh) };
};
