import { expect, it } from 'vitest';
import { mapError } from '../../../../../core/providers/ollama/map-error.ts';
import { idleWire } from '../idle-wire.ts';

it('knows the one error that the SDK makes of itself', () => {
  const thrown = new Error('Did not receive done or success response in stream.');
  expect(mapError(thrown, idleWire())?.code).toBe('provider/cut');
  expect(mapError(new Error('x'), idleWire())).toBeNull();
  expect(mapError('x', idleWire())).toBeNull();
});
