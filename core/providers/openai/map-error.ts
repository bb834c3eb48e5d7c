import { APIError } from 'openai';
import type { AgentNetError } from '../../contract/index.ts';
import { type ApiFailure, apiError } from '../api-error.ts';
import type { Wire } from '../http/index.ts';
import { recordOf, textOf } from '../untrusted-json.ts';
import { filteredCategories } from './filtered-content.ts';

/** The error of an answer or an event, in the shapes that this API and its imitations use. */
export const failureOf = (error: unknown, fallback: string): ApiFailure => {
  const body = recordOf(error);
  const message = textOf(body?.['message']) || textOf(body?.['detail']) || textOf(error) || fallback;
  const filtered = filteredCategories(recordOf(body?.['innererror'])?.['content_filter_result']);
  const why = filtered.length > 0 ? ` Found: ${filtered.join(', ')}.` : '';
  return { type: body?.['type'], code: body?.['code'], message: `${message}${why}` };
};

/** Null for what is no error of the SDK. */
export const mapError = (thrown: unknown, wire: Wire, nowMs: number): AgentNetError | null => {
  if (!(thrown instanceof APIError)) return null;
  return apiError({ ...failureOf(thrown.error, thrown.message), status: thrown.status }, wire, nowMs);
};
