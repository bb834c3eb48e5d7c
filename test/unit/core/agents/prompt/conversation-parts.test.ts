import { describe, expect, it } from 'vitest';
import { conversationParts } from '../../../../../core/agents/prompt/conversation-parts.ts';
import { sampleBrief, sampleTurn, sampleWords } from '../sample-brief.ts';

const names = (brief: Parameters<typeof conversationParts>[0], room = 2_000) =>
  conversationParts(brief, room).parts.map((part) => part.name);
const textOf = (brief: Parameters<typeof conversationParts>[0], name: string, room = 2_000) =>
  conversationParts(brief, room).parts.find((part) => part.name === name)?.text;

describe('conversationParts', () => {
  const heard = [
    sampleTurn({ agent: 'Athena', speakerIndex: 0, position: 'Decide openly.', content: 'Decide openly.' }),
    sampleTurn({ agent: 'Apollo' }),
  ];

  it('is empty before anybody has spoken', () => {
    expect(conversationParts(sampleBrief(), 2_000)).toEqual({ parts: [], shortTerm: [] });
  });

  it('has summary, own last turn, what came since, and words of people, in this order', () => {
    expect(names(sampleBrief({ heard, interjections: [sampleWords()] }))).toEqual([
      'summary',
      'own_last_turn',
      'since_you_spoke',
      'from_people',
    ]);
  });

  it('gives whispers to their addressee only', () => {
    const interjections = [
      sampleWords({ text: 'Softly, Apollo.', whisper: true, to: 'Apollo' }),
      sampleWords({ text: 'Softly, Athena.', whisper: true, to: 'Athena' }),
      sampleWords({ text: 'Loudly, Apollo.', to: 'Apollo' }),
    ];
    const text = textOf(sampleBrief({ interjections }), 'from_people');
    expect(text).not.toContain('Softly, Apollo.');
    expect(text).toContain('moderator, round 1, to you alone (do not quote it):\n| Softly, Athena.');
    expect(text).toContain('moderator, round 1, to Apollo:\n| Loudly, Apollo.');
  });

  it('keeps the newest words of people', () => {
    const interjections = Array.from({ length: 40 }, (_, index) => sampleWords({ text: `word ${index}` }));
    const text = textOf(sampleBrief({ interjections }), 'from_people');
    expect(text).toContain('word 39');
    expect(text).not.toContain('word 31');
  });

  it('cuts long turns alike and drops none while there is room for a line of each', () => {
    const long = ['Apollo', 'Hermes'].map((agent) =>
      sampleTurn({ agent, content: `${agent} speaks. `.repeat(400) }),
    );
    const text = textOf(sampleBrief({ heard: long }), 'since_you_spoke', 300) ?? '';
    const [first = '', second = ''] = text.split('Hermes, round 1');
    expect(text).toContain('Apollo, round 1');
    expect(Math.abs(first.length - second.length)).toBeLessThan(80);
  });

  it('puts the positions it quotes into short-term memory', () => {
    expect(conversationParts(sampleBrief({ heard }), 2_000).shortTerm).toEqual([
      'Apollo, round 1, confidence 0.64: Build on failover.',
    ]);
  });

  it('stays in its room, however small', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      sampleTurn({
        agent: index % 2 ? 'Apollo' : 'Hermes',
        round: 1 + Math.floor(index / 2),
        content: 'x y '.repeat(300),
      }),
    );
    for (const room of [0, 5, 30, 90, 400]) {
      const { parts } = conversationParts(sampleBrief({ heard: many, interjections: [sampleWords()] }), room);
      expect(parts.reduce((sum, part) => sum + part.tokens, 0)).toBeLessThanOrEqual(room);
    }
  });
});
