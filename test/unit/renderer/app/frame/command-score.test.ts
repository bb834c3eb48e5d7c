import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandScore } from '../../../../../renderer/app/frame/command-score.ts';

describe('commandScore', () => {
  it('leaves out what holds the letters but not the words', () => {
    expect(commandScore('Samples Run vote: ai_tutors', 'harb', ['How should a public school'])).toBe(0);
    expect(commandScore('Samples Run delegation: harbour_festival', 'harb')).toBeGreaterThan(0);
  });

  it('wants every word, in any order, in the title or in the words behind it', () => {
    expect(commandScore('Go to Go to Agents', 'agents go')).toBeGreaterThan(0);
    expect(commandScore('Go to Go to Agents', 'agents stop')).toBe(0);
    expect(commandScore('Session Delete session', 'remove', ['remove erase'])).toBeGreaterThan(0);
  });

  it('puts what begins with the words first, and whole phrases before words apart', () => {
    const begins = commandScore('Session Stop', 'stop');
    const inside = commandScore('Session Nonstop', 'stop');
    expect(begins).toBeGreaterThan(inside);
    expect(commandScore('Go to Agents', 'to agents')).toBeGreaterThan(
      commandScore('Agents to go', 'to agents'),
    );
  });

  it('is between 0 and 1, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.array(fc.string()), (value, search, keywords) => {
        const score = commandScore(value, search, keywords);
        return score >= 0 && score <= 1;
      }),
      { verbose: 1 },
    );
  });
});
