import type { RoundPhase } from '../../contract/index.ts';
import { shuffled } from '../../effects/index.ts';
import type { Setting } from './protocol-state.ts';

/** In these phases nobody hears the others of the same round: a ballot or a selection is nobody's echo. */
export const isSecret = (phase: RoundPhase): boolean => phase === 'vote' || phase === 'converge';

/** The moderator calls speakers where there is a talk to lead: not in ballots, and not with one speaker. */
export const isModerated = (setting: Setting, phase: RoundPhase, speakers: number): boolean =>
  setting.strategy === 'moderated' &&
  setting.moderator !== null &&
  speakers > 1 &&
  !isSecret(phase) &&
  phase !== 'cluster';

/** Speakers of a round in their order; only `random` gives each round another one. */
export const speakingOrder = (setting: Setting, round: number, phase: RoundPhase): readonly string[] =>
  setting.strategy === 'random'
    ? shuffled(setting.participants, setting.seed, round, '*', `order-${phase}`)
    : setting.participants;

export const orderOf = (setting: Setting): 'sequential' | 'parallel' =>
  setting.strategy === 'parallel' ? 'parallel' : 'sequential';
