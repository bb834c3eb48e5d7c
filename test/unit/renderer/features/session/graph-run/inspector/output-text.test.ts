import { describe, expect, it } from 'vitest';
import { outputText } from '../../../../../../../renderer/features/session/graph-run/inspector/output-text.ts';

describe('outputText', () => {
  it('leaves words as they are', () => {
    expect(outputText('# One')).toEqual({ text: '# One', form: 'markdown' });
  });

  it('numbers a list of texts', () => {
    expect(outputText(['one', 'two\nlines'])).toEqual({ text: '1. one\n2. two\n   lines', form: 'markdown' });
  });

  it('shows everything else as JSON', () => {
    expect(outputText({ a: 1 })).toEqual({ text: '{\n  "a": 1\n}', form: 'json' });
    expect(outputText([1, 'two']).form).toBe('json');
    expect(outputText([]).text).toBe('[]');
  });
});
