import { describe, expect, it } from 'vitest';
import { planWorkflow, readyGraph } from '../../../../core/app/workflow-plan.ts';

const known = { agents: ['Planner', 'Athena', 'Athena@1.0.0'] };
const exact = (reference: string) => (reference.includes('@') ? reference : `${reference}@1.0.0`);
const ready = (data: unknown, inputs: Readonly<Record<string, string>> = {}) =>
  readyGraph({ data, stored: null, name: 'Stored', file: 'g.yaml' }, inputs, known, exact);

describe('readyGraph', () => {
  it('names every error with its node and file, and the nearest agent', () => {
    const data = {
      nodes: [
        { id: 'a', agent: 'Athene' },
        { id: 'b', deps: ['b'] },
      ],
    };
    expect(() => ready(data)).toThrow(
      expect.objectContaining({
        code: 'input/invalid',
        data: expect.objectContaining({
          nodes: expect.arrayContaining([
            { code: 'unknown-agent', node: 'a' },
            { code: 'cycle', node: 'b' },
          ]),
        }),
      }),
    );
    expect(() => ready(data)).toThrow(/Athena/);
  });

  it('sends whoever runs a specification as a graph the right way', () => {
    expect(() => ready({ mode: 'debate', topic: 'x', agents: ['Athena'] })).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('agentnet run') }),
    );
  });

  it('refuses inputs that do not fit', () => {
    const data = { inputs: { topic: '' }, nodes: [{ id: 'a', prompt: '{{inputs.topic}}' }] };
    expect(() => ready(data)).toThrow(/topic/);
    expect(() => ready(data, { topc: 'x' })).toThrow(expect.objectContaining({ code: 'input/invalid' }));
    expect(ready(data, { topic: 'x' }).graph.inputs).toEqual({ topic: 'x' });
  });
});

describe('planWorkflow', () => {
  it('settles what is left out', () => {
    const data = { nodes: [{ id: 'a' }, { id: 'b', deps: ['a'], agent: 'Athena' }] };
    expect(planWorkflow(ready(data), {})).toEqual({
      run: {
        graph: { nodes: [{ id: 'a' }, { id: 'b', deps: ['a'], agent: 'Athena' }], output: 'b' },
        stored: null,
        inputs: {},
        parallel: { total: 8 },
        on_failure: 'stop',
        delegation: { max_nodes: 12, max_depth: 1, approve: 'ask' },
        given: {},
        only: null,
        rules: 2,
      },
      name: 'Stored',
      agents: ['Planner', 'Athena'],
      levels: 2,
    });
    const { run } = planWorkflow(ready(data), { parallel: 3, on_failure: 'continue' });
    expect(run).toMatchObject({ parallel: { total: 3 }, on_failure: 'continue' });
  });

  it('gives pinned outputs, with the way that a pinned condition goes', () => {
    const data = {
      nodes: [
        { id: 'a', pinned: 'mine' },
        { id: 'c', kind: 'condition', deps: ['a'], test: { contains: 'x' }, pinned: 'no' },
        { id: 'ok', kind: 'approval', prompt: 'Fine?', deps: ['a'], pinned: 'read' },
      ],
    };
    const { run } = planWorkflow(ready(data), {});
    expect(run.given).toMatchObject({
      a: { output: 'mine', source: 'pinned', session_id: null, branch: null },
      c: { branch: 'no' },
      ok: { branch: 'approved' },
    });
  });
});
