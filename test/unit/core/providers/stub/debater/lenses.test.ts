import { describe, expect, it } from 'vitest';
import { domains, generalDomain } from '../../../../../../core/providers/stub/debater/domains.ts';
import { lenses } from '../../../../../../core/providers/stub/debater/lenses.ts';

const fields = [...domains, generalDomain].map((domain) => ({ ...domain, term: 'a resilient edge network' }));

describe('lenses', () => {
  it('write whole sentences about every field', () => {
    for (const lens of lenses) {
      for (const slots of fields) {
        const sentences = [
          ...lens.points.flatMap((point) => [point(slots).claim, point(slots).support]),
          ...lens.replies.map((reply) => reply(slots, 'quorum')),
          ...lens.ideas.map((idea) => idea(slots).text),
          lens.nextStep(slots),
        ];
        for (const sentence of sentences) {
          expect(sentence).toMatch(/^["A-Z].*[.?]$/s);
          expect(sentence).not.toMatch(/undefined|\s\s|\.\.|\b(a|an|the) (a|an|the)\b/);
        }
      }
    }
  });

  it('ask for something that can be found again in a position', () => {
    for (const slots of fields) {
      const clauses = lenses.map((lens) => lens.clause(slots));
      for (const clause of clauses) {
        expect(clause).toMatch(/^[a-z].*[^.]$/);
        expect(clause).not.toContain(';');
        expect(clause).not.toMatch(/\b(not|no|cannot|never|without|against|reject|oppose|support)\b/);
        expect(clauses.filter((other) => other.includes(clause))).toHaveLength(1);
      }
    }
  });

  it('have titles of ideas that are all different', () => {
    for (const slots of fields) {
      const titles = lenses.flatMap((lens) => lens.ideas.map((idea) => idea(slots).title));
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('leave no style of the table that names a lens without one', () => {
    const styles = lenses.flatMap((lens) => lens.styles);
    expect(new Set(styles).size).toBe(styles.length);
    expect(styles).toEqual(
      expect.arrayContaining(['logic', 'creativity', 'skepticism', 'evidence', 'ethics']),
    );
  });
});
