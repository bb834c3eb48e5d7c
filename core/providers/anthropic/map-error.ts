import { APIError } from '@anthropic-ai/sdk';
import type { AgentNetError } from '../../contract/index.ts';
import { apiError } from '../api-error.ts';
import type { Wire } from '../http/index.ts';
import { recordOf, textOf } from '../untrusted-json.ts';

/** Null for what is no error of the SDK. */
export const mapError = (thrown: unknown, wire: Wire, nowMs: number): AgentNetError | null => {
  if (!(thrown instanceof APIError)) return null;
  const body = recordOf(thrown.error);
  const error = recordOf(body?.['error']) ?? body;
  const message =
    textOf(error?.['message']) || textOf(body?.['error']) || textOf(thrown.error) || thrown.message;
  return apiError({ type: error?.['type'] ?? thrown.type, message, status: thrown.status }, wire, nowMs);
};
