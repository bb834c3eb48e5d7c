import { describe, expect, it } from 'vitest';
import { wholeBody } from '../../../../core/providers/whole-body.ts';
import { idleWire } from './idle-wire.ts';

describe('wholeBody', () => {
  it('takes an object', () => {
    expect(wholeBody('{"a":1}', idleWire())).toEqual({ a: 1 });
  });

  it.each(['<html>', '', '[]', '"a"', '3', 'null', '{"a":'])('refuses %j', (given) => {
    expect(() => wholeBody(given, idleWire())).toThrow(
      expect.objectContaining({ code: 'provider/malformed' }),
    );
  });
});
