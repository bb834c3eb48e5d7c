import { describe, expect, it } from 'vitest';
import {
  budgetWarning,
  delayWarning,
  fallbackWarning,
  powerlessWarning,
  ruleWarning,
  stubWarning,
} from '../../../../core/app/plain-warnings.ts';

const delay = { call_id: 'c', task_id: 't', account: 'openai', model: 'openai/gpt', wait_ms: 900 };

describe('warnings of plain calls', () => {
  it('say how long a call waited and for what', () => {
    expect(delayWarning({ ...delay, reason: 'requests', limit: 60 }, 1_260)).toEqual({
      code: 'waited',
      message: 'Waited 1.3 s: the limit of openai, 60 requests a minute.',
    });
    expect(delayWarning({ ...delay, reason: 'cooldown', limit: null }, 2_000).message).toBe(
      'Waited 2.0 s: openai/gpt asked for patience.',
    );
    expect(budgetWarning({ scope: 'day', key: '2026-11-21' }, 10).message).toBe(
      'Waited 0.0 s for room in the budget of the day 2026-11-21.',
    );
  });

  it('name both models where another one was asked', () => {
    expect(fallbackWarning('a/x', 'It was cut. \ud800', 'b/y').message).toBe(
      'a/x did not answer, so b/y was asked. It was cut. \ufffd',
    );
    expect(ruleWarning('enough', 'a/x', 'b/y').message).toContain('b/y was asked instead of a/x');
    expect(powerlessWarning('enough').message).toContain('"enough"');
    expect(stubWarning('stub/echo').message).toContain('not a language model');
  });
});
