import { expect, it } from 'vitest';
import { listedModels, namedModels } from '../../../../core/providers/named-models.ts';

it('reads each name once, in order, and passes over what is none', () => {
  expect(listedModels({ data: [{ id: 'b' }, { id: 'a' }, { id: 'b' }, { id: 1 }, {}, null] })).toEqual([
    'a',
    'b',
  ]);
  expect(listedModels([{ id: 'a' }])).toEqual(['a']);
  expect(namedModels([{ name: 'x' }], 'name')).toEqual(['x']);
});

it('is null for what is no list', () => {
  expect(listedModels({ object: 'error' })).toBeNull();
  expect(listedModels('<html>')).toBeNull();
  expect(namedModels(undefined, 'id')).toBeNull();
});
