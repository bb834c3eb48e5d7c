import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../../../core/agents/index.ts';
import { type Speech, spoken } from '../../../../../../core/providers/stub/debater/speech.ts';

const speech: Speech = {
  label: { name: 'Position', value: 'Keep three.' },
  parts: [
    { kind: 'reply', from: 'Apollo', round: 1, quote: 'Five survive.', answer: 'They share one domain.' },
    { kind: 'reply', from: 'moderator', round: null, quote: 'And cost?', answer: 'A third less.' },
    { kind: 'text', text: 'Apollo has moved me.' },
    { kind: 'claim', claim: 'Leases are cheap.', support: 'They need no vote.' },
    { kind: 'claim', claim: 'That is all.', support: '' },
  ],
  confidence: 0.654,
};
const context = { participants: ['Apollo'], options: [], ranked: false, candidates: [] };

describe('spoken', () => {
  it('writes the form that prompts ask for', () => {
    expect(spoken(speech, false)).toBe(
      '**Position:** Keep three.\n\n> "Five survive." (Apollo, round 1)\n\nThey share one domain.\n\n> "And cost?" (moderator)\n\nA third less.\n\nApollo has moved me.\n\nLeases are cheap. They need no vote.\n\nThat is all.\n\n**Confidence:** 0.65',
    );
  });

  it('says the same again in JSON where that is wanted', () => {
    const read = readAnswer('rebuttal', context, spoken(speech, true));
    expect(read.reasoning).toMatchObject({
      source: 'structured',
      position: 'Keep three.',
      confidence: 0.654,
      claims: [
        { text: 'Leases are cheap.', support: ['They need no vote.'] },
        { text: 'That is all.', support: [] },
      ],
    });
    expect(read.content.endsWith('That is all.')).toBe(true);
  });

  it('names ballots and decisions by their own keys', () => {
    const json = (name: string, value: string) =>
      JSON.parse(
        spoken({ label: { name, value }, parts: [], confidence: null }, true).split('\n').at(-2) ?? '',
      ) as object;
    expect(json('Vote', 'B')).toMatchObject({ vote: 'B' });
    expect(json('Ranking', 'B > A')).toMatchObject({ ranking: ['B', 'A'] });
    expect(json('Decision', 'Apollo')).toMatchObject({ decision: 'Apollo' });
    expect(json('Next', 'Apollo')).toMatchObject({ next: 'Apollo' });
  });
});
