import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../../../core/agents/reading/sentences.ts';

describe('sentencesOf', () => {
  it('splits after sentence ends, closing quotes included', () => {
    expect(sentencesOf('One. "Two!" Three? Four', 9)).toEqual(['One.', '"Two!"', 'Three?', 'Four']);
  });

  it('does not split in numbers, abbreviations before small letters or addresses', () => {
    expect(sentencesOf('It fell to 3.5 ms, i.e. a third, see example.org. Good.', 9)).toEqual([
      'It fell to 3.5 ms, i.e. a third, see example.org.',
      'Good.',
    ]);
  });

  it('splits scripts that set no blanks', () => {
    expect(sentencesOf('第一。第二！第三', 9)).toEqual(['第一。', '第二！', '第三']);
  });

  it('leaves the rest together at its limit', () => {
    expect(sentencesOf('A. B. C. D.', 2)).toEqual(['A.', 'B. C. D.']);
    expect(sentencesOf('', 3)).toEqual([]);
  });
});
