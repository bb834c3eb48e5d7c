import { describe, expect, it } from 'vitest';
import { fitted, wholePart } from '../../../../../core/agents/prompt/part.ts';

describe('fitted', () => {
  const part = wholePart('role', `## Role\n${'You weigh every word. '.repeat(40)}`);

  it('keeps a part that fits as it is', () => {
    expect(fitted(part, part.tokens)).toBe(part);
  });

  it('cuts its end, says so, and stays in its room', () => {
    const cut = fitted(part, 40);
    expect(cut).toMatchObject({ name: 'role', truncated: true });
    expect(cut?.tokens).toBeLessThanOrEqual(40);
    expect(cut?.text.startsWith('## Role\nYou weigh')).toBe(true);
  });

  it('leaves a part out of which no more than the heading would be left', () => {
    expect(fitted(part, 5)).toBeUndefined();
    expect(fitted(part, -3)).toBeUndefined();
  });
});
