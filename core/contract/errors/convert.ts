import { AgentNetError } from './agent-net-error.ts';
import { errorCodes, isErrorCode } from './codes.ts';
import type { ProblemDocument, WireError } from './wire-error.ts';

/** Any thrown value as an `AgentNetError`; an unforeseen one becomes `internal` with its cause kept for the log. */
export const toAgentNetError = (thrown: unknown): AgentNetError => {
  if (thrown instanceof AgentNetError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new AgentNetError('internal', `Something went wrong inside AgentNet: ${message}`, {
    remedy: 'Please report it with the log file; what was shown as finished is stored.',
    cause: thrown,
  });
};

/** The way back from the wire; an unknown code (a newer peer) becomes `internal` and keeps its words. */
export const fromWire = (wire: WireError): AgentNetError =>
  new AgentNetError(isErrorCode(wire.code) ? wire.code : 'internal', wire.message, {
    ...(wire.where && { where: wire.where }),
    ...(wire.kept !== undefined && { kept: wire.kept }),
    ...(wire.remedy !== undefined && { remedy: wire.remedy }),
    ...(wire.data && { data: wire.data }),
  });

export const toProblemDocument = (error: AgentNetError, instance?: string): ProblemDocument => {
  const { code, message, retryable: _retryable, ...rest } = error.toWire();
  return {
    type: `urn:agentnet:error:${code.replace('/', ':')}`,
    title: code,
    status: errorCodes[error.code].status,
    detail: message,
    ...(instance !== undefined && { instance }),
    code,
    ...rest,
  };
};
