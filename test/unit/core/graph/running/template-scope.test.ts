import { describe, expect, it } from 'vitest';
import { fillText, itemsOf, type TemplateScope } from '../../../../../core/graph/running/template-scope.ts';

const outputs: Readonly<Record<string, TemplateScope['item']>> = {
  text: 'one {{inputs.a}}',
  list: ['x', 'y'],
  object: { items: ['p', 2] },
  number: 7,
};
const scope: TemplateScope = {
  outputOf: (node) => outputs[node],
  inputs: { a: '1', docs: 'first\n\n second ' },
  item: { k: 'v' },
  index: 0,
  previous: 'before',
  iteration: 2,
};

describe('fillText', () => {
  it('puts every value in as it is', () => {
    expect(fillText('{{text.output}}|{{inputs.a}}|{{inputs.constructor}}|{{none.output}}', scope)).toBe(
      'one {{inputs.a}}|1||',
    );
    expect(fillText('{{list.output}} {{number.output}}', scope)).toBe('- x\n- y 7');
    expect(fillText('{{item}} {{index}} {{previous}} {{iteration}}', scope)).toBe(
      '{\n  "k": "v"\n} 0 before 2',
    );
  });
});

describe('itemsOf', () => {
  it('takes lists as they are, and texts as lists or lines', () => {
    expect(itemsOf('list', scope)).toEqual({ ok: true, items: ['x', 'y'] });
    expect(itemsOf('object', scope)).toEqual({ ok: true, items: ['p', '2'] });
    expect(itemsOf('{{list.output}}', scope)).toEqual({ ok: true, items: ['x', 'y'] });
    expect(itemsOf('{{inputs.docs}}', scope)).toEqual({ ok: true, items: ['first', 'second'] });
    expect(itemsOf('a\n{{inputs.a}}{{inputs.none}}', scope)).toEqual({ ok: true, items: ['a', '1'] });
  });

  it('says why there are none', () => {
    expect(itemsOf('nowhere', scope)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no output'),
    });
    expect(itemsOf('number', scope)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no list'),
    });
  });
});
