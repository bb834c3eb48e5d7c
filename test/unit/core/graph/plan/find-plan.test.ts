import { describe, expect, it } from 'vitest';
import { findPlan } from '../../../../../core/graph/plan/find-plan.ts';

const ids = (text: string) => findPlan(text)?.items.map(({ id }) => id);
const plan = '{"nodes": [{"id": "a", "prompt": "x"}, {"id": "b", "prompt": "y"}]}';

describe('findPlan', () => {
  it.each([
    plan,
    `Here is the plan:\n\n\`\`\`json\n${plan}\n\`\`\`\nGood luck!`,
    `I thought of [three] {things}. The plan: ${plan} That is all.`,
    `{"note": "first"}\n${plan}`,
    `The form was {"nodes": [{"id": "", "prompt": ""}]}.\n${plan}\n{"nodes": [{"id": "c", "prompt": "z"}]}`,
  ])('finds the plan in %s', (text) => {
    expect(ids(text)).toEqual(['a', 'b']);
  });

  it('does not take one task of a broken list for the plan', () => {
    expect(
      findPlan('{"nodes": [{"id": "a", "prompt": "x"}, {"id": "b", "prompt": "say "y""}]}'),
    ).toBeUndefined();
  });

  it('says when the text ended too early', () => {
    expect(findPlan(plan.slice(0, -2))?.cut).toBe('closed');
    expect(findPlan(plan.slice(0, -6))?.cut).toBe('lost');
    expect(findPlan(plan)?.cut).toBeNull();
  });

  it('looks at a few places only', () => {
    expect(findPlan('{\n'.repeat(200_000))).toBeUndefined();
    expect(findPlan('[{"a": '.repeat(200_000))).toBeUndefined();
  });
});
