import { choiceCounts } from '../choice-counts.ts';
import type { ModeScript, Step } from '../mode-script.ts';
import { isPassedOver, type ProtocolState, roundsLeft } from '../protocol-state.ts';
import type { Stage } from '../stage.ts';
import { cappedConclusion, conclude } from './conclude.ts';
import { selectableOptions } from './selectable-options.ts';

/**
 * Diverge, cluster, converge. Two rounds are diverge and converge, one is diverge alone. What is measured ends
 * the diverging early, never the session: a brainstorm that agrees has run dry and goes on to choose.
 */
export const brainstorm: ModeScript = {
  before: () => null,
  behind: () => null,
  isRoundOver: () => true,
  options: (state) => (state.stage?.phase === 'converge' ? selectableOptions(state) : []),
  decision: (state) => leadingSelection(state),
  after: (state) => {
    switch (state.stage?.phase) {
      case undefined:
        return diverge;
      case 'diverge':
        return afterDiverge(state);
      case 'cluster':
        return roundsLeft(state) > 0 ? converge : finished(state);
      default:
        return state.brainstorm.again ? afterExtension(state) : finished(state);
    }
  },
};

const diverge: Step = { kind: 'round', phase: 'diverge', speakers: 'all' };
const converge: Step = { kind: 'round', phase: 'converge', speakers: 'all' };

const afterDiverge = (state: ProtocolState): Step => {
  const left = roundsLeft(state);
  if (left === 0) return finished(state);
  if (left === 1) return converge;
  const ranDry = state.converged !== null || state.stagnant !== null;
  if (left > 2 && !ranDry) return diverge;
  const clusterer = state.setting.synthesizer ?? state.setting.participants[0];
  return { kind: 'round', phase: 'cluster', speakers: clusterer === undefined ? [] : [clusterer] };
};

/** One more round selects once more: diverging alone would end without the choice that was made. */
const afterExtension = (state: ProtocolState): Step => {
  const left = roundsLeft(state);
  if (left === 0) return finished(state);
  return left === 1 ? converge : diverge;
};

const finished = (state: ProtocolState): Step => {
  const chosen = leadingSelection(state);
  const conclusion = cappedConclusion(state, false);
  const reason = chosen === null ? conclusion.reason : `Most selected: ${chosen}`;
  return conclude({ ...conclusion, reason, converged: state.converged !== null, judged: false });
};

/** Text of the option most selected; null before all have selected, without selections, and on a tie. */
const leadingSelection = (state: ProtocolState): string | null => {
  const { stage } = state;
  if (stage?.phase !== 'converge' || !haveAllSelected(state, stage)) return null;
  const { counts } = choiceCounts(state, stage);
  const [leader, second] = Object.entries(counts ?? {}).sort(([, one], [, other]) => other - one);
  if (!leader || leader[1] === 0 || leader[1] === second?.[1]) return null;
  return selectableOptions(state).find((option) => option.id === leader[0])?.text ?? null;
};

const haveAllSelected = (state: ProtocolState, stage: Stage): boolean =>
  stage.speakers.every(
    (agent, place) =>
      stage.slots.get(stage.base + place)?.kind === 'ended' || isPassedOver(state, stage.round, agent),
  );
