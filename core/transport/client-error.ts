import { ORPCError } from '@orpc/client';
import { AgentNetError } from '../contract/index.ts';
import { fromRpcError } from './rpc-error.ts';

/** What a caller gets to see of a failed call: what the core said, or that nobody answers. */
export const clientError = (error: unknown): AgentNetError => {
  if (error instanceof AgentNetError) return error;
  if (error instanceof ORPCError) return fromRpcError(error);
  return new AgentNetError('host/unreachable', 'AgentNet does not answer.', {
    kept: 'Everything that was shown as finished is stored.',
    remedy: 'Start AgentNet again; sessions that were running can be resumed.',
    cause: error,
  });
};
