import { describe, expect, it } from 'vitest';
import { answerAlone, argue } from '../../../../../../core/providers/stub/debater/argue.ts';
import { sampleAgent, sampleTurn } from '../../../agents/sample-brief.ts';
import { sampleMatter } from './sample-matter.ts';

const apollo = sampleTurn({
  content: '**Position:** Build on it.\n\nA quorum of five sites survives the loss of any two of them.',
});
const kinds = (parts: readonly { readonly kind: string }[]) => parts.map((part) => part.kind);

describe('argue', () => {
  it('opens with a position and several claims', () => {
    const speech = argue(sampleMatter({ round: 1 }), 'Position');
    expect(speech.label).toMatchObject({ name: 'Position' });
    expect(kinds(speech.parts)).toEqual(['claim', 'claim', 'claim']);
  });

  it('answers the last speakers by quoting from them', () => {
    const speech = argue(sampleMatter({ heard: [apollo] }), 'Position');
    expect(speech.parts[0]).toMatchObject({
      kind: 'reply',
      from: 'Apollo',
      round: 1,
      quote: 'A quorum of five sites survives the loss of any two of them.',
    });
    expect(kinds(speech.parts)).toContain('claim');
  });

  it('is short for those who are told to be brief', () => {
    const brief = sampleAgent({ style: { brevity: 0.9 } });
    expect(argue(sampleMatter({ round: 1, agent: brief }), 'Position').parts).toHaveLength(1);
  });

  it('says who moved it', () => {
    const said = argue(
      sampleMatter({ round: 1, agent: sampleAgent({ name: 'Apollo', style: { risk: 0.9 } }) }),
      'Position',
    );
    const own = argue(sampleMatter({ round: 1 }), 'Position');
    const heard = [
      sampleTurn({
        agent: 'Athena',
        content: `**Position:** ${own.label?.value}`,
        position: own.label?.value ?? '',
      }),
      sampleTurn({
        agent: 'Apollo',
        content: `**Position:** ${said.label?.value}`,
        position: said.label?.value ?? '',
      }),
    ];
    const texts = Array.from(
      { length: 30 },
      (_, seed) => argue(sampleMatter({ heard }, seed), 'Position').parts,
    )
      .flat()
      .flatMap((part) => (part.kind === 'text' ? [part.text] : []));
    expect(texts.some((text) => text.includes('Apollo') && text.includes('keep every step reversible'))).toBe(
      true,
    );
  });
});

describe('answerAlone', () => {
  it('answers, supports, and says what it is unsure of', () => {
    const { label, parts } = answerAlone(
      sampleMatter({ kind: 'answer', participants: ['Athena'], round: 1 }),
    );
    expect(label?.name).toBe('Answer');
    expect(parts.some((part) => part.kind === 'claim' && part.claim.startsWith('What I am unsure of'))).toBe(
      true,
    );
  });
});
