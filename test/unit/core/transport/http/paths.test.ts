import { expect, it } from 'vitest';
import { matchPath } from '../../../../../core/transport/http/match-path.ts';
import { OPEN_API_PATH, REST_PATH } from '../../../../../core/transport/http/paths.ts';
import { methodsOf } from '../../../../../core/transport/http/rest-calls.ts';

it('keeps the document out of the way of the catalog', () => {
  expect(matchPath(`${REST_PATH}/{file}`, OPEN_API_PATH)).toEqual({ file: 'openapi.json' });
  expect(methodsOf('/openapi.json')).toEqual([]);
});
