import { describe, expect, it } from 'vitest';
import { readProse, withoutEmphasis } from '../../../../../core/agents/reading/read-prose.ts';

const names = ['Athena', 'Apollo'];
const answer = `**Position:** Keep three voters.

The minority site must not write. A partition is certain, and it lasts.

- Leases cost less, because they need no vote.
- **Witnesses**: one small machine is enough. It holds no data.
  - It can be rebuilt in a minute.

> "Five voters survive two losses." (Apollo, round 1)

They do, but both sit in one power domain.

\`\`\`sh
not a claim
\`\`\`

**Confidence:** 0.87`;

describe('readProse', () => {
  it('takes an answer apart', () => {
    const read = readProse(answer, names, false);
    expect(read.values.get('position')).toBe('Keep three voters.');
    expect(read.values.get('confidence')).toBe('0.87');
    expect(read.claims).toEqual([
      { text: 'The minority site must not write.', support: ['A partition is certain, and it lasts.'] },
      { text: 'Leases cost less', support: ['they need no vote.'] },
      {
        text: 'Witnesses',
        support: ['one small machine is enough.', 'It holds no data.', 'It can be rebuilt in a minute.'],
      },
    ]);
    expect(read.objections).toEqual([
      {
        from: 'Apollo',
        objection: 'Five voters survive two losses.',
        answer: 'They do, but both sit in one power domain.',
      },
    ]);
    expect(read.opening).toBe('The minority site must not write.');
  });

  it('shows everything but the confidence', () => {
    const { shown } = readProse(answer, names, false);
    expect(shown).toBe(answer.slice(0, answer.indexOf('\n\n**Confidence')));
  });

  it('reads values from the lines below a label', () => {
    const { values, claims } = readProse(
      '## Position\nKeep three.\n\nBecause it works.\n\n**Confidence**\n0.5',
      names,
      false,
    );
    expect(Object.fromEntries(values)).toMatchObject({ position: 'Keep three.', confidence: '0.5' });
    expect(claims.map((claim) => claim.text)).toEqual(['Because it works.']);
  });

  it('reads a ranking of several lines and stops behind it', () => {
    const { values, claims } = readProse('Ranking:\n1. B\n2. A\n\nB costs least.', names, false);
    expect(values.get('ranking')).toBe('1. B\n2. A');
    expect(claims.map((claim) => claim.text)).toEqual(['B costs least.']);
  });

  it('takes headings for claims where ideas are grouped', () => {
    const { claims } = readProse(
      '### Small steps\n- Twin trial (Apollo)\n- One week\n\n### People\n- Ask first',
      names,
      true,
    );
    expect(claims).toEqual([
      { text: 'Small steps', support: ['Twin trial (Apollo)', 'One week'] },
      { text: 'People', support: ['Ask first'] },
    ]);
  });

  it('does not take nouns for a reason', () => {
    const { claims } = readProse(
      'The evidence is weak and the reason unclear because of noise',
      names,
      false,
    );
    expect(claims).toEqual([
      { text: 'The evidence is weak and the reason unclear because of noise', support: [] },
    ]);
  });

  it('keeps its limits', () => {
    const many = Array.from(
      { length: 100 },
      (_, index) => `- claim ${index}\n- more ${index}\n\n> quote ${index}`,
    ).join('\n\n');
    const { claims, objections } = readProse(many, names, false);
    expect([claims.length, objections.length]).toEqual([12, 8]);
  });
});

describe('withoutEmphasis', () => {
  it('takes bold marks away and leaves code names alone', () => {
    expect(withoutEmphasis('a **b** __init__')).toBe('a b __init__');
  });
});
