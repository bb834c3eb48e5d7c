import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import { AgentNetError } from '../../../../core/contract/index.ts';
import { clientError } from '../../../../core/transport/client-error.ts';

it('tells what the core said from nobody answering', () => {
  const own = new AgentNetError('storage/full', 'full');
  expect(clientError(own)).toBe(own);
  expect(clientError(new ORPCError('NOT_FOUND')).code).toBe('input/unknown-route');
  expect(clientError(new TypeError('fetch failed'))).toMatchObject({
    code: 'host/unreachable',
    retryable: true,
    message: 'AgentNet does not answer.',
  });
});
