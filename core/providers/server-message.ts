import type { ApiFailure } from './api-error.ts';
import { recordOf, textOf } from './untrusted-json.ts';

/** What an error answer says, in the shapes that the APIs and their imitations use. */
export const serverMessage = (body: unknown, text: string): ApiFailure => {
  const record = recordOf(body);
  const error = recordOf(record?.['error']) ?? record;
  const message =
    textOf(error?.['message']) ||
    textOf(record?.['error']) ||
    textOf(error?.['detail']) ||
    // A page of a proxy says nothing that a sentence could hold.
    (text.trimStart().startsWith('<') ? '' : text);
  return { type: error?.['type'], code: error?.['code'], message };
};
