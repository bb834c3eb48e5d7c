import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodedVector } from '../../../../../core/providers/openai/decoded-vector.ts';

const SEED = 20_261_121;
const encoded = (numbers: readonly number[]) => {
  const bytes = Buffer.alloc(numbers.length * 4);
  numbers.forEach((number, index) => {
    bytes.writeFloatLE(number, index * 4);
  });
  return bytes.toString('base64');
};

it(`reads back what was encoded, seed ${SEED}`, () => {
  const numbers = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
  fc.assert(
    fc.property(numbers, (vector) => {
      expect(decodedVector(encoded(vector))).toEqual(vector);
    }),
    { seed: SEED },
  );
});

it('leaves anything else to others, and is null for what is cut', () => {
  expect(decodedVector([1, 2])).toEqual([1, 2]);
  expect(decodedVector(null)).toBeNull();
  expect(decodedVector(encoded([1, 2]).slice(0, 8))).toBeNull();
});
