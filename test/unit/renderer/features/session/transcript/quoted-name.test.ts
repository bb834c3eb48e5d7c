import { describe, expect, it } from 'vitest';
import { quotedName } from '../../../../../../renderer/features/session/transcript/quoted-name.ts';

describe('quotedName', () => {
  it.each([
    ['"Five voters survive." (Apollo, round 1)', 'Apollo'],
    ['"Five voters survive." - Apollo, round 12', 'Apollo'],
    ['“Five” – Agent_2, round 3 ', 'Agent_2'],
    ['"Nobody said this."', undefined],
    ['(Apollo, round 1) said so', undefined],
  ])('%s', (quotation, name) => {
    expect(quotedName(quotation)).toBe(name);
  });
});
