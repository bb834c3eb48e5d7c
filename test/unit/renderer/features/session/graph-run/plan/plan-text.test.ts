import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planText } from '../../../../../../../renderer/features/session/graph-run/plan/plan-text.ts';

describe('planText', () => {
  it('writes names in one line, and says the same as the plan', () => {
    const plan = { nodes: [{ id: 'a' }, { id: 'b', deps: ['a'], prompt: 'One\ntwo' }] };
    const text = planText(plan);
    expect(text).toContain('deps: [a]');
    expect(parse(text)).toEqual(plan);
  });
});
