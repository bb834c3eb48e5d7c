import { describe, expect, it } from 'vitest';
import { composedTopic } from '../../../../../core/orchestration/protocols/composed-topic.ts';
import { roundStarted, spoken, stateAfter } from './state-after.ts';

describe('composedTopic', () => {
  it('lists the newest positions in the order of the participants and says what it is', () => {
    const place = (round: number, speakerIndex: number, agent: string) =>
      ({ round, speakerIndex, agent, turnKind: 'position' }) as const;
    const state = stateAfter([
      roundStarted(1, 'positions'),
      ...spoken(place(1, 1, 'Apollo'), { position: 'Near the user' }),
      ...spoken(place(1, 0, 'Athena'), { position: 'In the core' }),
      roundStarted(2, 'rebuttals'),
      ...spoken(place(2, 0, 'Athena'), { position: 'x'.repeat(700) }),
    ]);
    const lines = composedTopic(state).split('\n');
    expect(lines[0]).toBe('No synthesis was written. The last positions were:');
    expect(lines[1]).toBe(`Athena (round 2): ${'x'.repeat(599)}…`);
    expect(lines[2]).toBe('Apollo (round 1): Near the user');
    expect(lines).toHaveLength(3);
  });

  it('says so when nobody took a position', () => {
    expect(composedTopic(stateAfter([]))).toBe('No synthesis was written, and no position was stated.');
  });

  it('is the answer itself when one agent speaks alone', () => {
    const place = { round: 1, speakerIndex: 0, agent: 'Athena', turnKind: 'answer' } as const;
    const events = [
      roundStarted(1, 'answer', ['Athena']),
      ...spoken(place, { position: 'A lease is a promise.' }),
    ];
    expect(composedTopic(stateAfter(events, { mode: 'single', agents: ['Athena@1.0.0'] }))).toBe(
      'A lease is a promise.',
    );
  });
});
