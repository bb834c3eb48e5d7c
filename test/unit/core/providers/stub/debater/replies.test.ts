import { describe, expect, it } from 'vitest';
import { answerToPeople, replies } from '../../../../../../core/providers/stub/debater/replies.ts';
import { sampleTurn, sampleWords } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const said = 'A quorum of five sites survives the loss of any two of them.';

describe('replies', () => {
  const heard = [
    sampleTurn({ content: said }),
    sampleTurn({ agent: 'Hermes', speakerIndex: 2, content: said }),
  ];

  it('answers each speaker once, up to the number that is asked for', () => {
    const from = (count: number) =>
      replies(sampleMatter({ heard }), count).flatMap((part) => (part.kind === 'reply' ? [part.from] : []));
    expect(from(1)).toHaveLength(1);
    expect(from(5).sort()).toEqual(['Apollo', 'Hermes']);
  });

  it('has nothing to answer when nobody has spoken', () => {
    expect(replies(sampleMatter(), 2)).toEqual([]);
  });

  it('does not answer in words that somebody has just used', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const [first] = replies(sampleMatter({ heard }, seed), 1);
      if (first?.kind !== 'reply') throw new Error('no reply');
      const repeated = [
        ...heard,
        sampleTurn({ agent: 'Hermes', speakerIndex: 3, content: `> "x"\n\n${first.answer}` }),
      ];
      const [second] = replies(sampleMatter({ heard: repeated }, seed), 1);
      expect(second).not.toMatchObject({ answer: first.answer });
    }
  });
});

describe('answerToPeople', () => {
  const words = sampleWords({ from: 'user', text: 'What if "money" runs out?', round: 1 });

  it('quotes the last words of a person and answers them', () => {
    const [part] = answerToPeople(sampleMatter({ interjections: [sampleWords(), words] }));
    expect(part).toMatchObject({
      kind: 'reply',
      from: 'user',
      round: null,
      quote: "What if 'money' runs out?",
    });
  });

  it('answers them once', () => {
    const own = sampleTurn({ agent: 'Athena', speakerIndex: 0, round: 2 });
    expect(answerToPeople(sampleMatter({ round: 3, heard: [own], interjections: [words] }))).toEqual([]);
    expect(
      answerToPeople(sampleMatter({ round: 3, heard: [own], interjections: [{ ...words, round: 2 }] })),
    ).toHaveLength(1);
  });

  it('answers a whisper without giving it away', () => {
    const whisper = { ...words, to: 'Athena', whisper: true };
    const [part] = answerToPeople(sampleMatter({ interjections: [whisper] }));
    expect(part?.kind).toBe('text');
    expect(JSON.stringify(part)).not.toMatch(/money/);
  });

  it('is silent when nobody has interjected', () => {
    expect(answerToPeople(sampleMatter())).toEqual([]);
  });
});
