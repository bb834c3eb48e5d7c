import { describe, expect, it } from 'vitest';
import { readLabel } from '../../../../../core/agents/reading/labels.ts';

describe('readLabel', () => {
  it.each([
    'Position: Keep three.',
    '**Position:** Keep three.',
    '**Position**: Keep three.',
    '__Position:__ Keep three.',
    '## Position: Keep three.',
    '- Position: Keep three.',
    '> **Position:** Keep three.',
    '**Position: Keep three.**',
    'POSITION： Keep three.',
    '  my position : Keep three.',
    '* *Conclusion:* Keep three.',
  ])('reads %j', (line) => {
    expect(readLabel(line)).toEqual({ label: 'position', value: 'Keep three.' });
  });

  it('takes a heading that is nothing but a label', () => {
    expect(readLabel('### Confidence')).toEqual({ label: 'confidence', value: '' });
    expect(readLabel('**Vote**')).toEqual({ label: 'vote', value: '' });
    expect(readLabel('Vote')).toBeUndefined();
  });

  it.each([
    'The position: it is fine',
    'https://example.org',
    '12:30',
    'Apollo: I disagree',
    '',
    ':',
    '### Costs',
    'constructor: x',
  ])('finds no label in %j', (line) => {
    expect(readLabel(line)).toBeUndefined();
  });

  it('needs no longer for a line of marks than for its length', () => {
    const line = `Position: ${'*'.repeat(1_000_000)}x`;
    expect(readLabel(line)).toEqual({ label: 'position', value: 'x' });
    const inner = `a${'* '.repeat(500_000)}x`;
    expect(readLabel(`Position: ${inner}`)).toEqual({ label: 'position', value: inner });
    expect(readLabel(`${'#'.repeat(1_000_000)}Position:`)).toBeUndefined();
  });
});
