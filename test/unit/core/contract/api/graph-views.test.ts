import { describe, expect, it } from 'vitest';
import { graphCheck } from '../../../../../core/contract/api/graph-views.ts';

const problem = {
  code: 'cycle',
  severity: 'error',
  node: 'a',
  message: 'It waits for itself.',
  remedy: 'Cut it.',
};

describe('graphCheck', () => {
  it('holds problems with and without a place, and a graph or none', () => {
    const placed = { ...problem, node: null, where: { file: 'g.yaml', line: 1, column: 2 } };
    const check = { ok: false, problems: [problem, placed], graph: null };
    expect(graphCheck.parse(check)).toEqual(check);
    expect(graphCheck.parse({ ...check, graph: { nodes: [] } }).graph).toEqual({ nodes: [] });
  });

  it('knows two severities', () => {
    const check = { ok: true, problems: [{ ...problem, severity: 'hint' }], graph: null };
    expect(graphCheck.safeParse(check).success).toBe(false);
  });
});
