import { chance } from '../../../core/effects/index.ts';

/** A way to send a body: the bytes it is made of, in pieces that each travel alone. */
export interface Delivery {
  readonly name: string;
  readonly pieces: readonly Buffer[];
}

const SEEDED_CUTS = 20;

const cutAt = (body: Buffer, places: Iterable<number>): readonly Buffer[] => {
  const sorted = [...new Set(places)]
    .filter((place) => place > 0 && place < body.length)
    .sort((a, b) => a - b);
  return [0, ...sorted].map((start, index) => body.subarray(start, sorted[index] ?? body.length));
};

const placesWhere = (body: Buffer, holds: (byte: number, place: number) => boolean): number[] => {
  const places: number[] = [];
  for (let place = 1; place < body.length; place += 1)
    if (holds(body[place] as number, place)) places.push(place);
  return places;
};

const bytewise = (body: Buffer) => cutAt(body, Array.from(body.keys()));

/** Before every byte that continues a UTF-8 sequence. */
const insideSequences = (body: Buffer) =>
  cutAt(
    body,
    placesWhere(body, (byte) => (byte & 0xc0) === 0x80),
  );

const afterNewlines = (body: Buffer) =>
  cutAt(
    body,
    placesWhere(body, (_, place) => body[place - 1] === 0x0a || body[place - 1] === 0x0d),
  );

/** The same events with CRLF line ends; a body that has them already stays as it is. */
const withCrlf = (body: Buffer) =>
  body.includes('\r\n') ? body : Buffer.from(body.toString('latin1').replaceAll('\n', '\r\n'), 'latin1');

const seededPlaces = (body: Buffer, seed: number) => {
  const count = 1 + Math.floor(chance(seed, 'count') * 12);
  return Array.from({ length: count }, (_, index) => Math.floor(chance(seed, 'place', index) * body.length));
};

/** All ways in which one body is sent; the first is the undivided one that the others must equal. */
export const deliveriesOf = (
  body: Buffer,
  kind: 'sse' | 'ndjson' | 'json',
  seed: number,
): readonly Delivery[] => {
  const crlf = withCrlf(body);
  const lines: readonly Delivery[] =
    kind === 'json'
      ? []
      : [
          { name: 'after each newline', pieces: afterNewlines(body) },
          { name: 'CRLF', pieces: [crlf] },
          { name: 'CRLF, cut inside and after it', pieces: afterNewlines(crlf) },
        ];
  const seeded = Array.from({ length: SEEDED_CUTS }, (_, index) => ({
    name: `cuts of seed ${seed + index}`,
    pieces: cutAt(body, seededPlaces(body, seed + index)),
  }));
  return [
    { name: 'whole', pieces: [body] },
    { name: 'byte by byte', pieces: bytewise(body) },
    { name: 'inside UTF-8 sequences', pieces: insideSequences(body) },
    ...lines,
    ...seeded,
  ];
};
