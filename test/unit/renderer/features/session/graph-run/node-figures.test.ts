import { describe, expect, it } from 'vitest';
import { nodeFigures, tailOf } from '../../../../../../renderer/features/session/graph-run/node-figures.ts';
import { doneNode, nodeRun } from '../../../state/graph-run/node-run.ts';

describe('nodeFigures', () => {
  it('says how long a node took, what it read and wrote, and what it cost', () => {
    const node = doneNode('a', { micro_usd: 1_500_000, input_tokens: 10, output_tokens: 5 });
    expect(nodeFigures(node, undefined, 99_000)).toEqual({
      elapsedMs: 2000,
      tokens: 15,
      usd: 1.5,
      free: false,
    });
  });

  it('counts until now while it runs, and never below nothing', () => {
    const node = nodeRun('a', { status: 'running', started_at: 1000 });
    expect(nodeFigures(node, undefined, 4500).elapsedMs).toBe(3500);
    expect(nodeFigures(node, undefined, 500).elapsedMs).toBe(0);
    expect(nodeFigures(nodeRun('a'), undefined, 500)).toEqual({
      elapsedMs: null,
      tokens: 0,
      usd: 0,
      free: true,
    });
  });

  it('counts what was added to it, and keeps an unknown cost unknown', () => {
    const sum = {
      nodes: 2,
      ended: 2,
      failed: 0,
      running: 0,
      awaiting: 0,
      microUsd: null,
      inputTokens: 3,
      outputTokens: 4,
    };
    expect(nodeFigures(doneNode('a'), sum, 0)).toMatchObject({ tokens: 7, usd: null, free: false });
  });
});

describe('tailOf', () => {
  it('keeps the end of a long text, from a whole word on', () => {
    expect(tailOf('short', 10)).toBe('short');
    expect(tailOf('one two three four', 10)).toBe('… four');
  });
});
