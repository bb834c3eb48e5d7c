import { describe, expect, it } from 'vitest';
import { executeGraph } from '../../../../core/app/execute-graph.ts';
import type { SessionId } from '../../../../core/contract/index.ts';

const stand = () => {
  const calls: unknown[][] = [];
  const context = {
    store: {} as never,
    createSession: async (...given: unknown[]) => {
      calls.push(given);
      return 's' as SessionId;
    },
  };
  return { context, calls };
};

describe('executeGraph', () => {
  it('makes a specification of what is given, and nothing of what is not', async () => {
    const { context, calls } = stand();
    await executeGraph(context, { nodes: [{ id: 'a' }] });
    expect(calls.pop()?.[1]).toMatchObject({ graph: { data: { nodes: [{ id: 'a' }] } } });
    await executeGraph(context, { graph: { nodes: [] } });
    expect(calls[0]).toEqual([
      { mode: 'workflow', graph: {} },
      { graph: { data: { nodes: [] }, stored: null, name: null, file: null }, wishes: {} },
    ]);
    await executeGraph(
      context,
      {
        text: 'nodes: []',
        name: 'N',
        inputs: { a: 'b' },
        model: 'stub/debater',
        seed: 3,
        parallel: 2,
        on_failure: 'continue',
        budget: { usd: 1 },
        metadata: { project: 'p' },
        approve: 'auto',
        reuse: 'r',
        from: ['a'],
      },
      'g.yaml',
    );
    expect(calls[1]).toEqual([
      {
        mode: 'workflow',
        graph: {},
        name: 'N',
        inputs: { a: 'b' },
        model: 'stub/debater',
        seed: 3,
        parallel: 2,
        on_failure: 'continue',
        budget: { usd: 1 },
        metadata: { project: 'p' },
        delegation: { approve: 'auto' },
      },
      { graph: expect.objectContaining({ file: 'g.yaml' }), wishes: { reuse: 'r', from: ['a'] } },
    ]);
  });

  it.each([[{}], [{ text: 'nodes: []', graph: {} }]])('refuses %j: one graph is run', async (input) => {
    const { context, calls } = stand();
    await expect(executeGraph(context, input)).rejects.toMatchObject({
      code: 'input/invalid',
      where: { path: 'graph' },
    });
    expect(calls).toEqual([]);
  });
});
