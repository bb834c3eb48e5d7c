import { describe, expect, it } from 'vitest';
import type { ResolvedSpecification } from '../../../../../../../core/contract/index.ts';
import { runAgain } from '../../../../../../../renderer/features/session/graph-run/controls/run-again.ts';

const graph = { nodes: [{ id: 'a' }] };
const specification = (stored: { id: string; version: number } | null): ResolvedSpecification =>
  ({
    name: 'Report',
    model: null,
    seed: 7,
    budget: { usd: 1 },
    metadata: { project: 'x' },
    workflow: {
      graph,
      stored,
      inputs: { topic: 'harbour' },
      parallel: { total: 4 },
      on_failure: 'continue',
      delegation: { max_nodes: 12, max_depth: 1, approve: 'auto' },
      given: {},
      only: null,
    },
  }) as unknown as ResolvedSpecification;

describe('runAgain', () => {
  it('runs the same graph with the same settings', () => {
    expect(runAgain('s', specification(null), { kind: 'all' })).toEqual({
      graph,
      inputs: { topic: 'harbour' },
      name: 'Report',
      seed: 7,
      parallel: { total: 4 },
      on_failure: 'continue',
      approve: 'auto',
      budget: { usd: 1 },
      metadata: { project: 'x' },
    });
  });

  it('names a stored graph by its version', () => {
    const again = runAgain('s', specification({ id: 'g', version: 3 }), { kind: 'all' });
    expect(again).toMatchObject({ graph_id: 'g', version: 3 });
    expect(again).not.toHaveProperty('graph');
  });

  it('takes outputs of the session where they are wanted', () => {
    expect(runAgain('s', specification(null), { kind: 'rest' })).toMatchObject({ reuse: 's' });
    expect(runAgain('s', specification(null), { kind: 'from', node: 'a' })).toMatchObject({
      reuse: 's',
      from: ['a'],
    });
    expect(runAgain('s', specification(null), { kind: 'only', node: 'a' })).toMatchObject({
      reuse: 's',
      only: ['a'],
    });
  });

  it('has nothing to run of a session without a task graph', () => {
    const { workflow: _none, ...rest } = specification(null);
    expect(runAgain('s', rest, { kind: 'all' })).toBeUndefined();
  });
});
