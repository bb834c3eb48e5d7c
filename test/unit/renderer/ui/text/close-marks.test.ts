import { describe, expect, it } from 'vitest';
import { closeMarks } from '../../../../../renderer/ui/text/close-marks.ts';

describe('closeMarks', () => {
  it.each([
    ['plain words', 'plain words'],
    ['a **bold** word', 'a **bold** word'],
    ['- **A collect', '- **A collect**'],
    ['- **A collection ', '- **A collection**'],
    ['- **A collection*', '- **A collection**'],
    ['- **', '- '],
    ['- *', '- '],
    ['use `npm sta', 'use `npm sta`'],
    ['use `', 'use '],
    ['3 * 4', '3 * 4'],
    ['code `a ** b` and **more', 'code `a ** b` and **more**'],
    ['```js\nconst a = **', '```js\nconst a = **'],
  ])('%j becomes %j', (block, closed) => {
    expect(closeMarks(block)).toBe(closed);
  });

  it('shows no lone signs at any length of a bold beginning', () => {
    const whole = '- **A rule with a way out**: introduce it.';
    for (let length = 3; length <= whole.length; length += 1) {
      const closed = closeMarks(whole.slice(0, length));
      expect(closed.split('**').length % 2, closed).toBe(1);
    }
  });
});
