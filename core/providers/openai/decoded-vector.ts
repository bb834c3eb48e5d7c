const FLOAT_BYTES = 4;

/**
 * A vector in the API's second form, Base64 of little-endian 32-bit floats, which some servers send
 * whatever they were asked for. Anything else as it is, for others to judge.
 */
export const decodedVector = (given: unknown): unknown => {
  if (typeof given !== 'string') return given;
  const bytes = Buffer.from(given, 'base64');
  if (bytes.length % FLOAT_BYTES !== 0) return null;
  return Array.from({ length: bytes.length / FLOAT_BYTES }, (_, index) =>
    bytes.readFloatLE(index * FLOAT_BYTES),
  );
};
