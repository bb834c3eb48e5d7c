import { describe, expect, it } from 'vitest';
import type { ConvergenceMethod, EventDraft } from '../../../../../../core/contract/index.ts';
import {
  cappedConclusion,
  conclude,
  measuredConclusion,
} from '../../../../../../core/orchestration/protocols/modes/conclude.ts';
import { roundStarted, stateAfter } from '../state-after.ts';

const measured = (method: ConvergenceMethod, met: boolean): EventDraft => ({
  type: 'convergence-measured',
  data: { round: 2, method, value: 0.9, threshold: 0.82, met, why: `what ${method} found`, evidence: {} },
});

const stateWith = (...measures: readonly EventDraft[]) =>
  stateAfter([roundStarted(2, 'rebuttals'), ...measures]);

describe('measuredConclusion', () => {
  it('is none while nothing is met', () => {
    expect(measuredConclusion(stateWith())).toBeNull();
    expect(
      measuredConclusion(stateWith(measured('lexical', false), measured('stagnation', false))),
    ).toBeNull();
  });

  it('is agreement, with what was found', () => {
    expect(measuredConclusion(stateWith(measured('lexical', true)))).toEqual({
      outcome: 'converged',
      reason: 'Converged in round 2 (lexical): what lexical found',
      converged: true,
      capped: false,
      judged: false,
    });
  });

  it('is an end without agreement when nothing moves', () => {
    expect(measuredConclusion(stateWith(measured('stagnation', true)))).toEqual({
      outcome: 'completed',
      reason: 'Stagnation in round 2: what stagnation found',
      converged: false,
      capped: false,
      judged: false,
    });
  });

  it('puts agreement before standing still, in whatever order they were measured', () => {
    const both = [measured('stagnation', true), measured('lexical', true)];
    expect(measuredConclusion(stateWith(...both))?.converged).toBe(true);
    expect(measuredConclusion(stateWith(...both.toReversed()))?.converged).toBe(true);
  });

  it('is judged where there is a judge', () => {
    const state = stateAfter([roundStarted(2, 'rebuttals'), measured('lexical', true)], {
      judge: 'Critic@1.0.0',
    });
    expect(measuredConclusion(state)?.judged).toBe(true);
  });
});

describe('cappedConclusion', () => {
  it('names the rounds that were held', () => {
    expect(cappedConclusion(stateAfter([roundStarted(1, 'closing')]), false).reason).toBe(
      'One round was held.',
    );
    expect(cappedConclusion(stateAfter([roundStarted(2, 'converge')]), false).reason).toBe(
      '2 rounds were held.',
    );
    expect(cappedConclusion(stateAfter([roundStarted(3, 'closing')]), true)).toEqual({
      outcome: 'completed',
      reason: 'All 3 rounds were held without convergence.',
      converged: false,
      capped: true,
      judged: false,
    });
  });

  it('does not miss a convergence that nobody looked for', () => {
    const state = stateAfter([roundStarted(3, 'closing')], { convergence: false });
    expect(cappedConclusion(state, true).reason).toBe('All 3 rounds were held.');
  });
});

describe('conclude', () => {
  it('is the step that ends a mode', () => {
    const conclusion = cappedConclusion(stateWith(), false);
    expect(conclude(conclusion)).toEqual({ kind: 'conclude', conclusion });
  });
});
