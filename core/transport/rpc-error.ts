import { ORPCError } from '@orpc/client';
import { AgentNetError, errorCodes, fromWire, toAgentNetError, type WireError } from '../contract/index.ts';

/**
 * An error as the RPC library carries it: our wire form is its `data`, so that nothing of it is lost. What the
 * library itself refuses (a malformed body, an unknown procedure) becomes one of our codes here.
 */
export const toRpcError = (thrown: unknown): ORPCError<string, unknown> => {
  if (thrown instanceof ORPCError && isWireError(thrown.data)) return thrown;
  const error = thrown instanceof ORPCError ? refused(thrown) : toAgentNetError(thrown);
  const wire = error.toWire();
  return new ORPCError(wire.code, {
    status: errorCodes[error.code].status,
    message: wire.message,
    data: wire,
    cause: thrown,
  });
};

/** The way back on the calling side; anything but our own form means that the other side is not an AgentNet. */
export const fromRpcError = (error: ORPCError<string, unknown>): AgentNetError =>
  isWireError(error.data) ? fromWire(error.data) : refused(error);

/** Looks, instead of parsing with a schema: this also runs in the page, which should not load schemas for it. */
const isWireError = (value: unknown): value is WireError =>
  typeof value === 'object' &&
  value !== null &&
  'code' in value &&
  typeof value.code === 'string' &&
  'message' in value &&
  typeof value.message === 'string' &&
  'retryable' in value;

const refused = (error: ORPCError<string, unknown>): AgentNetError => {
  if (error.status === 404) return new AgentNetError('input/unknown-route', 'There is no such procedure.');
  if (error.status >= 400 && error.status < 500) {
    return new AgentNetError('input/usage', 'The request could not be read.', {
      kept: 'Nothing was changed.',
      remedy: 'Send JSON in UTF-8 with the header Content-Type: application/json.',
      cause: error,
    });
  }
  return new AgentNetError('internal', `Something went wrong inside AgentNet: ${error.message}`, {
    cause: error,
  });
};
