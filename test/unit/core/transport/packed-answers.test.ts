import { describe, expect, it } from 'vitest';
import { packAnswer, unpackAnswer } from '../../../../core/transport/packed-answers.ts';

describe('packed answers', () => {
  it('hold the turns of a snapshot in one text, and give it back as it was', () => {
    const snapshot = {
      id: 'x',
      round: 2,
      turns: [
        { agent: 'Athena', usd: null },
        { agent: 'Apollo', usd: 1, node: 'a' },
      ],
    };
    const packed = packAnswer('sessions.snapshot', snapshot);
    expect(packed).toMatchObject({ id: 'x', round: 2, turns: expect.any(String) });
    expect(unpackAnswer('sessions.snapshot', JSON.parse(JSON.stringify(packed)))).toEqual(snapshot);
  });

  it('are all others as they are', () => {
    const answer = { turns: [1] };
    expect(packAnswer('sessions.turns', answer)).toBe(answer);
    expect(unpackAnswer('sessions.turns', answer)).toBe(answer);
    expect(unpackAnswer('more', null)).toBeNull();
  });
});
