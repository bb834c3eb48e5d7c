import { describe, expect, it } from 'vitest';
import {
  errorPlace,
  inputProblem,
  problemDocument,
  wireError,
} from '../../../../../core/contract/errors/wire-error.ts';

describe('wire errors', () => {
  it('may know nothing of the place, or all of it', () => {
    expect(errorPlace.parse({})).toEqual({});
    const place = { file: 'f.yaml', line: 1, column: 2, path: 'a.b', session_id: 's', seq: 3 };
    expect(errorPlace.parse(place)).toEqual(place);
    expect(errorPlace.safeParse({ line: 1.5 }).success).toBe(false);
  });

  it('has a place for every problem of an input', () => {
    expect(inputProblem.safeParse({ code: 'input/invalid', message: 'x' }).success).toBe(false);
    expect(inputProblem.safeParse({ code: 'input/invalid', message: 'x', where: {} }).success).toBe(true);
  });

  it('always says code and words', () => {
    expect(wireError.safeParse({ code: 'internal', message: 'x' }).success).toBe(false);
    expect(
      problemDocument.safeParse({ type: 'about:blank', title: 'x', status: 500, detail: 'y' }).success,
    ).toBe(false);
  });
});
