import type { VoteOption } from '../../../agents/index.ts';
import type { Turn } from '../../../contract/index.ts';
import { optionsFrom } from '../votes/index.ts';

/** What can be selected after clustering: each claim of the cluster turn names one cluster. */
export const clusterOptions = (turn: Turn): readonly VoteOption[] =>
  optionsFrom(turn.reasoning.claims.map((claim) => ({ text: claim.text, by: null })));
