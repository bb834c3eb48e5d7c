import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { checkNodes, isMergeKey, resolved, startOf } from '../../../../core/scenario/yaml-nodes.ts';

const document = (text: string) => parseDocument(text, { merge: true, stringKeys: true, uniqueKeys: false });
const findings = (text: string) => checkNodes(document(text));

describe('checkNodes', () => {
  it('finds nothing in a text without faults', () => {
    expect(findings('a: &a {x: 1}\nb: [*a, *a]\nc: {<<: *a}\nd: {<<: [*a, *a]}')).toEqual([]);
  });

  it('finds a key written twice, whatever it looks like, but not several merge keys', () => {
    expect(findings('a: 1\n"a": 2\n1: 3\n"1": 4').map(({ offset }) => offset)).toEqual([5, 17]);
    expect(findings('a: &a {x: 1}\nb: {<<: *a, <<: {y: 1}}')).toEqual([]);
    expect(findings('{"<<": 1, "<<": 2}')).toHaveLength(1);
  });

  it('counts what aliases stand for as often as they stand, and says it once', () => {
    const wide = `a: &a [${'x, '.repeat(2_000)}]\n`;
    expect(findings(`${wide}b: [${'*a, '.repeat(8)}]`)).toEqual([]);
    expect(findings(`${wide}b: [${'*a, '.repeat(11)}]`)).toHaveLength(1);
  });

  it('takes an alias for the last anchor of its name before it', () => {
    const text = document('a: &x 1\nb: &x 2\nc: *x');
    expect(checkNodes(text)).toEqual([]);
    expect(resolved(text.get('c', true), text)).toMatchObject({ value: 2 });
  });
});

describe('isMergeKey', () => {
  it('is a plain << only', () => {
    const [plain, quoted] =
      document('{<<: {}, "<<": {}}').contents instanceof Object
        ? (document('{<<: {}, "<<": {}}').contents as unknown as { items: { key: unknown }[] }).items
        : [];
    expect(isMergeKey(plain?.key)).toBe(true);
    expect(isMergeKey(quoted?.key)).toBe(false);
  });
});

describe('startOf', () => {
  it('is the start of the text for what stands nowhere', () => {
    expect(startOf(undefined)).toBe(0);
    expect(startOf(document('  a: 1').contents)).toBe(2);
  });
});
