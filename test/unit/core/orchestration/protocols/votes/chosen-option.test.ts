import { describe, expect, it } from 'vitest';
import { chosenOption } from '../../../../../../core/orchestration/protocols/votes/chosen-option.ts';
import { optionsFrom } from '../../../../../../core/orchestration/protocols/votes/options-from.ts';

const options = optionsFrom([
  { text: 'Mesh first', by: 'Athena' },
  { text: 'A central core', by: 'Apollo' },
  { text: 'Both, in steps.', by: 'Hermes' },
]);
const chosen = (words: string) => chosenOption(words, options)?.id ?? null;

describe('chosenOption', () => {
  it.each(['B', ' b ', 'B.', 'Option B', 'option b:', 'proposal B', 'Vorschlag B', '(B)', '[B]'])(
    'reads the id in %j',
    (words) => {
      expect(chosen(words)).toBe('B');
    },
  );

  it.each(['B) A central core', 'B: a core', 'B - the core', 'B – the core', 'Option B. The core'])(
    'reads the label in front of %j',
    (words) => {
      expect(chosen(words)).toBe('B');
    },
  );

  it('reads the full text, whatever its case, spacing and closing punctuation', () => {
    expect(chosen('  a CENTRAL  core! ')).toBe('B');
    expect(chosen('Both, in steps')).toBe('C');
  });

  it('reads the name of the one who proposed it', () => {
    expect(chosen('athena')).toBe('A');
    expect(chosen('Hermes.')).toBe('C');
  });

  it.each(['', '   ', '...', 'D', 'Zeus', 'Mesh', 'A good idea wins', 'B or C', 'both', 'AB'])(
    'finds nothing in %j',
    (words) => {
      expect(chosen(words)).toBeNull();
    },
  );

  it('does not guess between two options of the same author', () => {
    const twice = optionsFrom([
      { text: 'Mesh first', by: 'Athena' },
      { text: 'Core first', by: 'Athena' },
    ]);
    expect(chosenOption('Athena', twice)).toBeNull();
    expect(chosenOption('Core first', twice)?.id).toBe('B');
  });

  it('knows an option that was too long to be shown in full by all of its words', () => {
    const text = `${'word '.repeat(150)}end`;
    const [long] = optionsFrom([{ text, by: null }]);
    expect(long?.text.endsWith('…')).toBe(true);
    expect(chosenOption(text, long ? [long] : [])?.id).toBe('A');
  });

  it('reads ids of two letters', () => {
    const many = optionsFrom(Array.from({ length: 30 }, (_, index) => ({ text: `idea ${index}`, by: null })));
    expect(chosenOption('option AB', many)?.text).toBe('idea 27');
    expect(chosenOption('A', many)?.text).toBe('idea 0');
  });
});
