/** First 32 bits of the fractional parts of the roots of the first primes: the constants of the standard. */
const fractions = (count: number, root: (prime: number) => number): Uint32Array => {
  const found = new Uint32Array(count);
  let at = 0;
  for (let candidate = 2; at < count; candidate += 1) {
    if (isPrime(candidate)) found[at++] = (root(candidate) % 1) * 2 ** 32;
  }
  return found;
};

const isPrime = (candidate: number): boolean => {
  for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) return false;
  return true;
};

const rounds = fractions(64, Math.cbrt);
const beginning = fractions(8, Math.sqrt);

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** SHA-256 of a text in UTF-8, as hexadecimal digits; here because this room runs where no library does. FIPS 180-4. */
export const sha256 = (text: string): string => {
  const bytes = padded(new TextEncoder().encode(text));
  const view = new DataView(bytes.buffer);
  const state = Uint32Array.from(beginning);
  const words = new Uint32Array(64);
  for (let block = 0; block < bytes.length; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = view.getUint32(block + 4 * at);
    for (let at = 16; at < 64; at += 1) {
      const near = words[at - 2] as number;
      const far = words[at - 15] as number;
      const mixedNear = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
      const mixedFar = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
      words[at] = mixedNear + (words[at - 7] as number) + mixedFar + (words[at - 16] as number);
    }
    mix(state, words);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
};

/** A one, zeros, and the length in bits, up to whole blocks of 64 bytes. */
const padded = (bytes: Uint8Array): Uint8Array => {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  const view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(whole.length - 4, bytes.length << 3);
  return whole;
};

const mix = (state: Uint32Array, words: Uint32Array): void => {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let at = 0; at < 64; at += 1) {
    const chosen = (e & f) ^ (~e & g);
    const first =
      (h +
        (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) +
        chosen +
        (rounds[at] as number) +
        (words[at] as number)) |
      0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => {
    state[at] = (state[at] as number) + word;
  });
};
