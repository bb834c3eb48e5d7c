import { describe, expect, it } from 'vitest';
import {
  answerAlone,
  argue,
  close,
  confidenceOf,
} from '../../../../../../core/providers/stub/debater/argue.ts';
import { stanceOf } from '../../../../../../core/providers/stub/debater/stance.ts';
import { sampleAgent, sampleTurn, sampleWords } from '../../../agents/sample-brief.ts';
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

  it('answers people first, and once', () => {
    const words = sampleWords({ from: 'user', text: 'What if "money" runs out?', round: 1 });
    const heard = [sampleTurn({ agent: 'Athena', round: 1 }), apollo];
    const speech = argue(sampleMatter({ heard, interjections: [words] }), 'Position');
    expect(speech.parts[0]).toMatchObject({
      kind: 'reply',
      from: 'user',
      quote: "What if 'money' runs out?",
    });
    const later = [sampleTurn({ agent: 'Athena', round: 2 }), { ...apollo, round: 2 }];
    const next = argue(sampleMatter({ heard: later, round: 3, interjections: [words] }), 'Position');
    expect(next.parts.some((part) => part.kind === 'reply' && part.from === 'user')).toBe(false);
  });

  it('repeats no claim for many rounds', () => {
    const claims = Array.from(
      { length: 8 },
      (_, round) => argue(sampleMatter({ round: round + 1 }), 'Position').parts,
    )
      .flat()
      .flatMap((part) => (part.kind === 'claim' ? [part.claim] : []));
    expect(new Set(claims).size).toBe(claims.length);
  });

  it('does not make a claim that was just made', () => {
    const [claim] = argue(sampleMatter({ round: 1 }), 'Position').parts;
    if (claim?.kind !== 'claim') throw new Error('no claim');
    const again = argue(
      sampleMatter({ round: 1, heard: [sampleTurn({ content: claim.claim })] }),
      'Position',
    );
    expect(again.parts).not.toContainEqual(claim);
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

describe('close', () => {
  it('says what changed, what divides and what to do', () => {
    const { parts, label } = close(sampleMatter({ kind: 'closing', round: 6, heard: [apollo] }));
    expect(label?.name).toBe('Position');
    const claims = parts.flatMap((part) => (part.kind === 'claim' ? [part.claim] : []));
    expect(claims).toHaveLength(3);
    expect(claims[2]).toMatch(/^What to do now: /);
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

describe('confidenceOf', () => {
  it('stays inside what a sensible speaker would say', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      for (const round of [1, 3, 9_999]) {
        const matter = sampleMatter({ round, heard: [apollo] }, seed);
        const confidence = confidenceOf(matter, stanceOf(matter));
        expect(confidence).toBeGreaterThanOrEqual(0.35);
        expect(confidence).toBeLessThanOrEqual(0.95);
      }
    }
  });
});
