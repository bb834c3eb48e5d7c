import { describe, expect, it } from 'vitest';
import {
  convergenceCurves,
  leadingMeasure,
  methodName,
  standstill,
} from '../../../../../renderer/state/session/convergence-view.ts';
import type { ConvergenceView } from '../../../../../renderer/state/session/rows.ts';

const measured = (
  round: number,
  method: ConvergenceView['method'],
  value: number | null,
  met = false,
): ConvergenceView => ({ round, method, value, threshold: 0.82, met, why: 'apart', evidence: {} });

const session = [
  measured(1, 'stagnation', null),
  measured(1, 'lexical', 0.2),
  measured(2, 'stagnation', 0.4),
  measured(2, 'lexical', 0.61),
];

describe('convergenceCurves', () => {
  it('makes one curve a method, agreement first', () => {
    const curves = convergenceCurves(session);
    expect(curves.map((curve) => curve.method)).toEqual(['lexical', 'stagnation']);
    expect(curves[0]?.points).toEqual([
      { x: 1, y: 0.2 },
      { x: 2, y: 0.61 },
    ]);
    expect(curves[0]?.latest.round).toBe(2);
  });

  it('is empty before anything is measured', () => {
    expect(convergenceCurves([])).toEqual([]);
  });
});

describe('leadingMeasure', () => {
  it('names agreement before standstill', () => {
    expect(leadingMeasure(session.slice(2))?.method).toBe('lexical');
    expect(leadingMeasure([measured(1, 'lexical', 0.1), measured(1, 'vote', 0.5)])?.method).toBe('vote');
    expect(leadingMeasure([])).toBeUndefined();
  });
});

describe('standstill', () => {
  it('warns of the latest state only', () => {
    expect(standstill([measured(1, 'stagnation', 0.9, true)])?.round).toBe(1);
    expect(
      standstill([measured(1, 'stagnation', 0.9, true), measured(2, 'stagnation', 0.1)]),
    ).toBeUndefined();
    expect(standstill([])).toBeUndefined();
  });
});

describe('methodName', () => {
  it('speaks the words of the reader', () => {
    expect(methodName('lexical')).toBe('shared wording');
  });
});
