import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits in a form that needs no escaping in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Compares in a time that depends on neither text. */
export const sameToken = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected));

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The token of an `Authorization: Bearer` header; the scheme's case does not matter. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
