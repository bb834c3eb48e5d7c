import { describe, expect, it } from 'vitest';
import { domains, generalDomain } from '../../../../../../core/providers/stub/debater/domains.ts';

describe('domains', () => {
  it('have words that fit into the sentences made of them', () => {
    for (const domain of [...domains, generalDomain]) {
      const { keywords, ...words } = domain;
      for (const word of Object.values(words)) {
        expect(word).toMatch(/^[a-z]/);
        expect(word).not.toMatch(/[,;:.!?"*]/);
      }
      expect(domain.people).toMatch(/^the /);
      expect(domain.measure).toMatch(/^(the|what) /);
      expect(domain.failure).toMatch(/^an? /);
      expect(domain.sign).toMatch(/^an? /);
      expect(new Set(keywords).size).toBe(keywords.length);
    }
  });

  it('differ in all of their words', () => {
    for (const key of ['people', 'measure', 'failure', 'step', 'lever', 'sign'] as const) {
      expect(new Set(domains.map((domain) => domain[key])).size).toBe(domains.length);
    }
  });
});
