type Numbers = Int32Array | Uint8Array | Float64Array;

/** The array, or a longer copy of it with room for so many; it doubles, so that growing costs what is held. */
export const withRoom = <A extends Numbers>(array: A, size: number): A => {
  if (size <= array.length) return array;
  const Longer = array.constructor as new (length: number) => A;
  const longer = new Longer(Math.max(size, array.length * 2, 16));
  longer.set(array);
  return longer;
};
