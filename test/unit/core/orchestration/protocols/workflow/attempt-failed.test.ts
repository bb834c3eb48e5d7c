import { describe, expect, it } from 'vitest';
import { createdWorkflow } from '../../../../../support/workflow-run.ts';
import { driveWorkflow, type Script } from './drive-workflow.ts';

const task = (more: Record<string, unknown>) => ({ nodes: [{ id: 'a', prompt: 'Do it.', ...more }] });

const retriesOf = (graph: ReturnType<typeof task>, say: Script['say']) => {
  const run = driveWorkflow(createdWorkflow(graph), { say });
  const retries = run.events.flatMap((event) => (event.type === 'node-retried' ? [event.data] : []));
  return { ...run, retries };
};

describe('an attempt that failed', () => {
  it('is made again after a wait that doubles, then by the fallback at once', () => {
    const graph = task({ retries: 3, backoff_s: 2, fallback: 'Apollo@1.0.0' });
    const asked: string[] = [];
    const { retries, ends, ended } = retriesOf(graph, (turn, attempt) => {
      asked.push(turn.agent);
      return attempt < 5 ? { fails: 'provider/server' } : { content: 'done' };
    });
    expect(retries.map(({ attempt, agent, wait_ms }) => [attempt, agent, wait_ms])).toEqual([
      [1, 'Athena', 2000],
      [2, 'Athena', 4000],
      [3, 'Athena', 8000],
      [4, 'Apollo', 0],
    ]);
    expect(asked).toEqual(['Athena', 'Athena', 'Athena', 'Athena', 'Apollo']);
    expect(ends.get('a')).toMatchObject({ status: 'done', attempts: 5 });
    expect(ended.outcome).toBe('completed');
  });

  it('fails its node for good when none is left, with the reason of the last one', () => {
    const { ends, ended } = retriesOf(task({ retries: 1 }), () => ({ fails: 'provider/server' }));
    expect(ends.get('a')).toMatchObject({
      status: 'failed',
      attempts: 2,
      error: { code: 'provider/server' },
    });
    expect(ended).toMatchObject({ outcome: 'no-provider', reason: 'Node "a" failed: it failed' });
  });

  it('is also an answer that is no list, and the next prompt says so', () => {
    const corrections: (string | null | undefined)[] = [];
    const { ends } = retriesOf(task({ retries: 1, output: 'list' }), (turn, attempt) => {
      corrections.push(turn.work?.correction);
      return { content: attempt === 1 ? 'Nothing to list.' : '- one\n- two' };
    });
    expect(corrections).toEqual([null, 'The output holds no list.']);
    expect(ends.get('a')).toMatchObject({ status: 'done', output: ['one', 'two'] });
  });

  it('is not made again where a budget has run out', () => {
    const { retries, ended } = retriesOf(task({ retries: 3 }), () => ({ fails: 'budget/exceeded' }));
    expect(retries).toEqual([]);
    expect(ended.outcome).toBe('budget-exhausted');
  });
});
