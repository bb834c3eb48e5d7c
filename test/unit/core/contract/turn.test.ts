import { describe, expect, it } from 'vitest';
import { incompleteTurn, monitorResult, turn } from '../../../../core/contract/turn.ts';
import { turn as someTurn } from '../projections/session-log.ts';

describe('turn', () => {
  /** The example of the design, with what this contract adds to it. */
  const example = {
    task_id: '00000000-0000-4000-8000-000000000002',
    session_id: '00000000-0000-4000-8000-000000000001',
    round: 1,
    agent: 'Athena',
    input: {
      prompt: 'Analyze X',
      context: { short_term: ['...'], semantic_refs: [{ id: 'e1', score: 0.83 }], episodic_refs: [] },
    },
    output: {
      content: '...',
      confidence: 0.87,
      style_insights: ['...'],
      tokens: { input: 324, output: 512 },
    },
    monitors: [{ name: 'keyword_guard', status: 'pass', elapsed_ms: 2.1 }],
    cost: { provider: 'openai', model: 'gpt-4o', usd: 0.01234 },
    timing: { started: 1_736_981_000.123, completed: 1_736_981_001.001, latency_ms: 878 },
    version: 'agent:Athena@1.0.0',
  };

  it('takes the example of the design, once what was added is there', () => {
    const { speaker_index, kind, reasoning, decision, ballot, attempts, stub, truncated } = someTurn(1, 0);
    const added = { speaker_index, kind, reasoning, decision, ballot, attempts, stub, truncated };
    const whole = { ...example, ...added, timing: { ...example.timing, first_token_ms: null } };
    expect(turn.parse(whole)).toEqual(whole);
  });

  it.each([
    { round: -1 },
    { attempts: 0 },
    { kind: 'speech' },
    { task_id: '1' },
    { output: { content: 'x', confidence: 2, style_insights: [], tokens: { input: 1, output: 1 } } },
    { cost: { provider: 'x', model: 'y' } },
  ])('refuses %j', (change) => {
    expect(turn.safeParse({ ...someTurn(1, 0), ...change }).success).toBe(false);
  });

  it('may not know tokens, confidence and cost', () => {
    const unknown = someTurn(1, 0, {
      output: { content: '', confidence: null, style_insights: [], tokens: { input: null, output: null } },
      cost: { provider: 'x', model: 'y', usd: null },
    });
    expect(turn.parse(unknown)).toEqual(unknown);
  });
});

describe('parts of turns', () => {
  it('keeps what was seen of an unfinished one, and why it ended', () => {
    const { task_id, round, speaker_index, agent, kind } = someTurn(1, 0);
    const kept = { task_id, round, speaker_index, agent, kind, text: 'I th', reason: 'crash', at: 5 };
    expect(incompleteTurn.parse(kept)).toEqual(kept);
  });

  it('has five verdicts', () => {
    expect(monitorResult.safeParse({ name: 'x', status: 'maybe', elapsed_ms: 1 }).success).toBe(false);
    expect(monitorResult.shape.status.options).toEqual(['pass', 'flag', 'redact', 'pause', 'block']);
  });
});
