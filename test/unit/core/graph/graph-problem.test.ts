import { describe, expect, it } from 'vitest';
import { graphError, graphWarning } from '../../../../core/graph/graph-problem.ts';

describe('graphError, graphWarning', () => {
  it('differ in whether the graph may run', () => {
    const told = ['isolated-node', 'a', 'It stands alone.', 'Connect it.'] as const;
    expect(graphError(...told)).toEqual({ ...graphWarning(...told), severity: 'error' });
    expect(graphWarning(...told)).toMatchObject({ severity: 'warning', node: 'a' });
  });
});
