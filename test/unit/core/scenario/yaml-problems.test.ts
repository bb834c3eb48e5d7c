import { describe, expect, it } from 'vitest';
import { yamlWords } from '../../../../core/scenario/yaml-problems.ts';

describe('yamlWords', () => {
  it("are sentences in a user's words", () => {
    for (const words of Object.values(yamlWords)) {
      expect(words).toMatch(/^A|^I|^T|^N/);
      expect(words).toMatch(/[.?]$/);
      expect(words).not.toMatch(/scalar|implicit|flow|collection|compact|node|token\b/i);
    }
  });
});
