import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStructured } from '../../../../../core/agents/reading/read-structured.ts';

const read = (value: Record<string, unknown>) => readStructured({ value, start: 0, end: 0 });

describe('readStructured', () => {
  it('reads what the prompt asks for', () => {
    expect(
      read({
        position: 'Keep three',
        claims: [{ text: 'It survives', support: ['Two of three remain'] }],
        objections: [{ from: 'Apollo', objection: 'Too dear', answer: 'A third cheaper' }],
        confidence: 0.7,
        vote: 'B',
      }),
    ).toMatchObject({
      position: 'Keep three',
      claims: [{ text: 'It survives', support: ['Two of three remain'] }],
      objections: [{ from: 'Apollo', objection: 'Too dear', answer: 'A third cheaper' }],
      confidence: 0.7,
      vote: 'B',
    });
  });

  it('reads the shapes that models give it instead', () => {
    expect(
      read({
        stance: 'Keep three',
        claims: ['It survives', { claim: 'It is cheap', evidence: 'A third less' }, 7, null, ''],
        rebuttals: { quote: 'Too dear', reply: 'No' },
        confidence: '70%',
        choice: 2,
        ranking: 'B > A',
      }),
    ).toMatchObject({
      position: 'Keep three',
      claims: [
        { text: 'It survives', support: [] },
        { text: 'It is cheap', support: ['A third less'] },
        { text: '7', support: [] },
      ],
      objections: [{ from: null, objection: 'Too dear', answer: 'No' }],
      confidence: 0.7,
      vote: '2',
      ranking: ['B > A'],
    });
  });

  it('never throws and keeps its limits on any JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('position', 'claims', 'objections', 'confidence', 'ranking', 'x'),
          fc.jsonValue(),
        ),
        (value) => {
          const tree = read(value as Record<string, unknown>);
          expect(tree.claims.length).toBeLessThanOrEqual(12);
          for (const claim of tree.claims) expect(claim.text.length).toBeLessThanOrEqual(400);
        },
      ),
    );
  });
});
