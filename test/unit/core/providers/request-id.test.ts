import { expect, it } from 'vitest';
import { requestId } from '../../../../core/providers/request-id.ts';
import { idleWire } from './idle-wire.ts';

it('is the header of either name, and null where there is none', () => {
  const wire = idleWire();
  const of = (headers: Record<string, string>) => requestId({ ...wire, headers: () => new Headers(headers) });
  expect(of({ 'x-request-id': 'a' })).toBe('a');
  expect(of({ 'request-id': 'b' })).toBe('b');
  expect(of({})).toBeNull();
  expect(requestId(wire)).toBeNull();
});
