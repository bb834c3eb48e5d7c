import { closingTurn } from './closing-turn.ts';
import { countedVote } from './counted-vote.ts';
import { finalTopic } from './final-topic.ts';
import type { Halt } from './halt.ts';
import type { Finish, TakeTurn } from './protocol.ts';
import type { ProtocolState } from './protocol-state.ts';
import type { EndingFailure } from './turn-failure.ts';

/**
 * What a stop, a cap or a failed turn asks for once no turn is running; null when the mode goes its own way.
 * A cap on tokens or time goes before a failure, whichever of the two parallel turns met first.
 */
export const haltedEnding = (
  state: ProtocolState,
  failed: EndingFailure | null,
  decisionOf: () => string | null,
): Finish | TakeTurn | null => {
  const { halt } = state;
  if (halt === null && failed === null) return null;
  const decision = decisionOf();
  if (halt?.kind === 'limit') {
    return finish(state, 'budget-exhausted', `${capText(halt)} was reached.`, decision);
  }
  if (failed !== null) return failedEnding(state, failed, decision);
  if (halt === null) return null;
  const { synthesizer } = state.setting;
  if (halt.synthesis && synthesizer !== null && state.stage !== null && state.turnsEnded > 0) {
    if (state.synthesis === null)
      return closingTurn(state.stage, 'synthesis', synthesizer, [], countedVote(state));
  }
  return finish(state, 'stopped', `Stopped by ${halt.by}.`, decision);
};

const capText = ({ limit, cap, scope, key }: Extract<Halt, { kind: 'limit' }>): string => {
  const whose =
    scope === 'turn' ? ' of a turn' : scope === undefined ? '' : ` of the ${scope} ${key ?? ''}`.trimEnd();
  return `The cap${whose} of ${cap} ${limit === 'usd' ? 'USD' : limit}`;
};

const failedEnding = (
  state: ProtocolState,
  { agent, kind, message }: EndingFailure,
  decision: string | null,
): Finish => {
  switch (kind) {
    case 'no-provider':
      return finish(state, 'no-provider', `No model could answer for ${agent}: ${message}`, decision);
    case 'budget':
      return finish(state, 'budget-exhausted', `No budget was left for ${agent}: ${message}`, decision);
    case 'fault':
      return finish(state, 'failed', `The turn of ${agent} failed: ${message}`, decision);
  }
};

const finish = (
  state: ProtocolState,
  outcome: Finish['outcome'],
  reason: string,
  decision: string | null,
): Finish => ({
  kind: 'finish',
  outcome,
  reason,
  converged: state.converged !== null,
  topicFinal: finalTopic(state, decision),
  decision,
});
