import { describe, expect, it } from 'vitest';
import { graphPresenter } from '../../../../cli/transcript/graph-presenter.ts';
import { createPaint } from '../../../../cli/transcript/paint.ts';
import type { RunEvent } from '../../../../core/contract/index.ts';
import { nodeEnded } from '../../core/projections/graph-log.ts';
import { testTerminal } from '../stand-ins.ts';
import { stored } from './events.ts';

const ended = (node: string, change: object = {}) =>
  ({
    ...stored('node-ended', { ...nodeEnded(node).data, ...change }),
    at: 1500,
  }) as RunEvent;
const started = (node: string, attempt = 1, agent: string | null = 'Athena') =>
  stored('node-started', { node, kind: 'task', attempt, agent });

const tell = async (...events: readonly RunEvent[]) => {
  const terminal = testTerminal();
  const show = graphPresenter(terminal, createPaint(false));
  for (const event of events) await show({ kind: 'event', event });
  return { said: terminal.said().trimEnd().split('\n'), printed: terminal.printed() };
};

describe('graphPresenter', () => {
  it('tells how each node comes out, with figures where it ran', async () => {
    const turn = {
      node: 'a',
      output: { tokens: { input: 1200, output: 30 } },
      cost: { usd: 0.5 },
    } as never;
    const { said, printed } = await tell(
      started('a'),
      stored('turn-ended', turn),
      ended('a'),
      started('ok', 1, null),
      ended('ok', { branch: 'approved' }),
      started('b', 2),
      ended('b', { status: 'failed', reason: 'It did not answer.' }),
      ended('c', { status: 'blocked', reason: '"b" failed.' }),
      ended('d', { source: 'cached' }),
      ended('e', { source: 'run', reason: 'Nobody has accepted it.' }),
    );
    expect(said).toEqual([
      '▸ a  task · Athena',
      '✓ a  1.5 s · 1,200 in, 30 out · $0.50',
      '▸ ok  task',
      '✓ ok  went approved · 1.5 s',
      '▸ b  task · Athena · attempt 2',
      '✗ b  It did not answer.',
      '– c  blocked: "b" failed.',
      '✓ d  cached',
      '✓ e  Nobody has accepted it.',
    ]);
    expect(printed).toBe('');
  });

  it('tells of what waits, of tries and of what grows', async () => {
    const error = { code: 'provider/timeout', message: 'It took too long.' };
    const node = { id: 'm[0]', kind: 'task' as const, title: 'm', deps: [], agent: null };
    const graph = { nodes: [{}, {}] };
    const plan = { node: 'p', revision: 1, why: 'plan' as const, graph, removed: [] };
    const { said } = await tell(
      stored('node-retried', { node: 'a', attempt: 1, agent: null, wait_ms: 2000, error }),
      stored('nodes-added', { parent: 'm', nodes: [node] }),
      stored('approval-requested', { node: 'ok', text: 'Fine?' }),
      stored('plan-proposed', { ...plan, auto: false }),
      stored('session-paused', { reason: 'breakpoint', node: 'b' }),
    );
    expect(said).toEqual([
      '↻ a  It took too long. · tried again in 2.0 s',
      '+ m  1 node more',
      '? ok  waits for a person',
      '? p  a plan of 2 tasks, which waits for a person',
      'Paused before b.',
    ]);
  });

  it('puts the result on standard output, control characters taken out', async () => {
    const { said, printed } = await tell(
      stored('session-ended', {
        outcome: 'completed',
        reason: 'All 2 nodes were done.',
        topic_final: 'The \u001b[31mresult',
        totals: { usd: 0, tokens: { input: 1, output: 2 }, calls: 2, repeated_calls: 1 },
        stub: true,
      } as never),
    );
    expect(printed).not.toContain('\u001b');
    expect(printed).toContain('result\n');
    expect(said[0]).toBe('Ended: completed · All 2 nodes were done.');
    expect(said[1]).toContain('2 calls, 1 repeated');
  });
});
