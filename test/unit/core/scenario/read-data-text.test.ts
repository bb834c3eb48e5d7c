import { describe, expect, it } from 'vitest';
import { dataAsYaml, readDataText } from '../../../../core/scenario/read-data-text.ts';

describe('readDataText', () => {
  it.each(['{"a": [1, "x"]}', '\ufeff{a: [1, x]}', 'a:\n  - 1\n  - x\n'])('reads %j', (text) => {
    expect(readDataText(text, 'f')).toEqual({ ok: true, value: { a: [1, 'x'] }, hasComments: false });
  });

  it('takes JSON of any length, and knows of comments', () => {
    const long = JSON.stringify({ a: 'x'.repeat(1_000_000) });
    expect(readDataText(long, 'f').ok).toBe(true);
    expect(readDataText('# why\na: 1', 'f')).toMatchObject({ hasComments: true });
  });

  it('names the place of what is wrong', () => {
    expect(readDataText('{"a": 1,, }', 'f.json')).toMatchObject({
      ok: false,
      problems: [{ where: { file: 'f.json', line: 1 } }],
    });
  });

  it('is read back from what it writes', () => {
    const value = { nodes: [{ id: 'a', prompt: 'One\n\ntwo: #3' }] };
    expect(readDataText(dataAsYaml(value), 'f')).toMatchObject({ ok: true, value });
  });
});
