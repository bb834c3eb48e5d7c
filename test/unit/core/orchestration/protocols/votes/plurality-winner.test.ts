import { describe, expect, it } from 'vitest';
import { countsOf } from '../../../../../../core/orchestration/protocols/votes/carried-option.ts';
import { pluralityWinner } from '../../../../../../core/orchestration/protocols/votes/plurality-winner.ts';
import { cast, casts } from './cast.ts';

const winnerOf = (list: ReturnType<typeof casts>) => pluralityWinner(countsOf(['A', 'B', 'C'], list), list);

describe('pluralityWinner', () => {
  it('is the option with the most votes, without a majority too', () => {
    expect(winnerOf(casts('AABCBB'))).toBe('B');
    expect(winnerOf(casts('AABC'))).toBe('A');
  });

  it('is nobody without votes', () => {
    expect(winnerOf([])).toBeNull();
    expect(pluralityWinner({ A: 0 }, [])).toBeNull();
  });

  it('breaks a tie by the sureness of the voters, and one who gave none counts a half', () => {
    const tie = (first: number | null, second: number | null) => [
      cast('one', 'A', { confidence: first }),
      cast('two', 'B', { confidence: second }),
    ];
    expect(winnerOf(tie(0.4, 0.9))).toBe('B');
    expect(winnerOf(tie(null, 0.4))).toBe('A');
    expect(winnerOf(tie(null, 0.6))).toBe('B');
    expect(winnerOf(tie(null, 0.5))).toBeNull();
    expect(winnerOf(tie(0.7, 0.7))).toBeNull();
  });

  it('adds sureness exactly', () => {
    const list = [
      cast('one', 'A', { confidence: 0.1 }),
      cast('two', 'A', { confidence: 0.2 }),
      cast('three', 'B', { confidence: 0.3 }),
      cast('four', 'B', { confidence: 0 }),
    ];
    expect(winnerOf(list)).toBeNull();
  });

  it('asks for sureness only among those who lead', () => {
    const sure = cast('sure', 'C', { confidence: 1 });
    expect(winnerOf([...casts('AAB'), sure])).toBe('A');
    expect(winnerOf([...casts('AABB'), sure])).toBeNull();
    expect(winnerOf([...casts('AAB'), cast('sure', 'B', { confidence: 1 })])).toBe('B');
  });
});
