import type { VoteOption } from '../../../agents/index.ts';
import type { DraftOf } from '../../../contract/index.ts';
import type { ModeScript, Step } from '../mode-script.ts';
import { type ProtocolState, roundsLeft } from '../protocol-state.ts';
import { castBallot, tallyVotes } from '../votes/index.ts';
import { conclude } from './conclude.ts';
import { consensusConclusion, decidedOption } from './consensus-conclusion.ts';
import { consensusOptions } from './consensus-options.ts';

/** Propose, discuss, vote; then discuss and vote again while nothing is carried and rounds are left. */
export const consensus: ModeScript = {
  before: (state) => (needsOpening(state) ? openingDraft(state) : null),
  behind: (state) => (state.stage?.phase === 'vote' ? voteRecord(state) : null),
  isRoundOver: (state) => !ballotFollowsInRound(state),
  // While they are made, proposals are no options yet: in a parallel round nobody sees them.
  options: (state) =>
    state.stage?.phase === 'propose' && state.setting.vote.options === null ? [] : votableOptions(state),
  decision: (state) => decidedOption(state)?.text ?? null,
  after: (state) => {
    switch (state.stage?.phase) {
      case undefined:
        return state.setting.vote.options !== null && state.cap === 1 ? vote : propose;
      case 'propose':
        return afterProposals(state);
      case 'discuss':
        return vote;
      default:
        return afterVote(state);
    }
  },
};

const propose: Step = { kind: 'round', phase: 'propose', speakers: 'all' };
const discuss: Step = { kind: 'round', phase: 'discuss', speakers: 'all' };
const vote: Step = { kind: 'round', phase: 'vote', speakers: 'all' };

const votableOptions = (state: ProtocolState): readonly VoteOption[] =>
  state.vote.opened?.options ?? consensusOptions(state);

const needsOpening = ({ stage, vote: { opened } }: ProtocolState): boolean =>
  stage?.phase === 'vote' && opened?.round !== stage.round;

const openingDraft = (state: ProtocolState): DraftOf<'vote-opened'> => {
  const { method, quorum } = state.setting.vote;
  const options = votableOptions(state).map((option) => ({ ...option }));
  return { type: 'vote-opened', data: { round: state.stage?.round ?? 1, method, quorum, options } };
};

/** With one round in all, the ballot follows the proposals under the same round number. */
const ballotFollowsInRound = (state: ProtocolState): boolean =>
  state.stage?.phase === 'propose' && roundsLeft(state) === 0 && consensusOptions(state).length > 0;

const afterProposals = (state: ProtocolState): Step => {
  if (consensusOptions(state).length === 0) return conclude(consensusConclusion(state));
  const left = roundsLeft(state);
  if (left === 0) return { kind: 'record', draft: openingDraft(state) };
  return left === 1 ? vote : discuss;
};

const afterVote = (state: ProtocolState): Step => {
  const { tally } = state.vote;
  const left = roundsLeft(state);
  const settled = tally === null || tally.winner !== null || tally.fallback !== null || left === 0;
  if (settled) return conclude(consensusConclusion(state));
  return left === 1 ? vote : discuss;
};

/** The next ballot in the participants' order, then the tally made of them all. */
const voteRecord = (state: ProtocolState): DraftOf<'vote-cast'> | DraftOf<'vote-tallied'> | null => {
  const { stage, setting } = state;
  const { opened, casts, tally, choicesBefore } = state.vote;
  if (stage === null || opened === null || tally !== null) return null;
  const recorded = new Set(casts.map((cast) => cast.agent));
  const ended = [...stage.slots.values()].filter((slot) => slot.kind === 'ended');
  for (const agent of setting.participants) {
    const slot = ended.find((candidate) => candidate.agent === agent);
    if (!slot || recorded.has(agent)) continue;
    const { ballot, decision, confidence } = slot;
    const { round, method, options } = opened;
    const choiceBefore = choicesBefore.get(agent);
    const data = castBallot({ round, agent, method, options, ballot, decision, confidence, choiceBefore });
    return { type: 'vote-cast', data };
  }
  return tallyDraft(state, stage.round);
};

const tallyDraft = (state: ProtocolState, round: number): DraftOf<'vote-tallied'> => {
  const { method, quorum, fallback } = state.setting.vote;
  const data = tallyVotes({
    round,
    method,
    quorum,
    options: votableOptions(state).map((option) => option.id),
    casts: state.vote.casts,
    voters: state.setting.participants.length,
    fallback: roundsLeft(state) === 0 ? fallback : null,
  });
  return { type: 'vote-tallied', data };
};
