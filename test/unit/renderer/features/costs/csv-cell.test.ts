import { describe, expect, it } from 'vitest';
import { csvCell } from '../../../../../renderer/features/costs/csv-cell.ts';

describe('csvCell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '\u200b=1',
    '\ufeff=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '﹦1',
    '\u22121',
    '\u00a0=1',
  ])('puts an apostrophe before %j', (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });

  it.each(['openai/gpt-4o', 'a=b', '2026-11-21', 'x-1', '', 'Ωmega'])('leaves %j as it is', (text) => {
    expect(csvCell(text)).toBe(`"${text}"`);
  });

  it('keeps quotes, separators and lines inside of one cell', () => {
    expect(csvCell('a"b,c;d\ne')).toBe('"a""b,c;d\ne"');
    expect(csvCell('"=1')).toBe('"""=1"');
  });
});
