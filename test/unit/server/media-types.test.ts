import { expect, it } from 'vitest';
import { mediaTypeOf, namesFile } from '../../../server/media-types.ts';

it('knows what the page is made of', () => {
  expect(mediaTypeOf('assets/index-a1.js').type).toBe('text/javascript; charset=utf-8');
  expect(mediaTypeOf('font.WOFF2')).toEqual({ type: 'font/woff2', compress: false });
  expect(mediaTypeOf('setup.exe').type).toBe('application/octet-stream');
});

it('tells files from addresses of screens', () => {
  expect(namesFile('/assets/a.js')).toBe(true);
  for (const path of ['/', '/sessions/1', '/agents/Athena@1.0.0', '/a.constructor'])
    expect(namesFile(path)).toBe(false);
});
