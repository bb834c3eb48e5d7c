import { stripVTControlCharacters } from 'node:util';

/**
 * A failed build in words. Bundlers colour their messages whatever they write to.
 * @param {string} label what was being built
 * @param {unknown} error
 */
export function buildFailure(label, error) {
  const message = error instanceof Error ? error.message : String(error);
  return `building ${label} failed: ${stripVTControlCharacters(message).trim()}`;
}
