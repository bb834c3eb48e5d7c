import { describe, expect, it } from 'vitest';
import { judge, moderate } from '../../../../../../core/providers/stub/debater/preside.ts';
import { sampleAgent, sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const agent = sampleAgent({ name: 'Moderator', style: {} });
const said = 'A quorum of five sites survives the loss of any two of them.';

describe('moderate', () => {
  const heard = [
    sampleTurn({ agent: 'Hermes', speakerIndex: 1, content: said }),
    sampleTurn({ agent: 'Athena', speakerIndex: 3, content: said }),
  ];

  it('calls whoever has been silent longest', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const matter = sampleMatter(
        { kind: 'moderation', agent, heard, candidates: ['Athena', 'Apollo', 'Hermes'] },
        seed,
      );
      expect(moderate(matter).label).toEqual({ name: 'Next', value: 'Apollo' });
    }
  });

  it('calls by chance among those who have not spoken', () => {
    const called = Array.from(
      { length: 40 },
      (_, seed) =>
        moderate(
          sampleMatter({ kind: 'moderation', agent, candidates: ['Athena', 'Apollo', 'Hermes'] }, seed),
        ).label?.value,
    );
    expect(new Set(called)).toEqual(new Set(['Athena', 'Apollo', 'Hermes']));
  });

  it('says what to answer, and does not ask a speaker about himself', () => {
    const matter = sampleMatter({ kind: 'moderation', agent, heard, candidates: ['Hermes'] });
    const [part] = moderate(matter).parts;
    expect(part).toMatchObject({ text: expect.stringContaining('Athena') });
  });

  it('says so when there is nobody to call', () => {
    expect(moderate(sampleMatter({ kind: 'moderation', agent })).label).toBeNull();
  });
});

describe('judge', () => {
  const heard = ['Athena', 'Apollo', 'Hermes'].map((name, speakerIndex) =>
    sampleTurn({ agent: name, speakerIndex, content: said }),
  );

  it('decides for a speaker and quotes what decided it and the best point against', () => {
    const speech = judge(sampleMatter({ kind: 'judgement', agent: sampleAgent({ name: 'Judge' }), heard }));
    const winner = speech.label?.value ?? '';
    expect(['Athena', 'Apollo', 'Hermes']).toContain(winner);
    const quoted = speech.parts.flatMap((part) => (part.kind === 'reply' ? [part.from] : []));
    expect(quoted[0]).toBe(winner);
    expect(quoted[1]).not.toBe(winner);
  });

  it('decides for an option where there are options', () => {
    const options = [
      { id: 'A', text: 'Begin small', by: null },
      { id: 'B', text: 'Wait', by: null },
    ];
    const { label } = judge(sampleMatter({ kind: 'judgement', heard, options, ranked: true }));
    expect(label?.name).toBe('Decision');
    expect(label?.value).toMatch(/^[AB] \(/);
  });
});
