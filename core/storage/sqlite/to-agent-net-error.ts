import { AgentNetError } from '../../contract/index.ts';
import type { StorageFailure } from './storage-failure.ts';

/** A failure that came from a worker thread, as the error that callers know. */
export const toAgentNetError = ({ code, message, ...detail }: StorageFailure): AgentNetError =>
  new AgentNetError(code, message, detail);
