import * as z from 'zod';
import { connectionTest, keyStoreState, keyView } from './key-views.ts';
import { unary } from './procedure.ts';

/** Procedures about the keys of providers; a part of the catalog. */
export const keyCatalog = {
  'keys.list': unary({
    method: 'GET',
    path: '/keys',
    summary: 'Every provider and where its key comes from; never a key itself.',
    input: z.object({}),
    output: z.object({ store: keyStoreState, items: z.array(keyView) }),
  }),
  'keys.set': unary({
    method: 'PUT',
    path: '/keys/{provider}',
    summary: 'Store a key for a provider, or put a new one in the place of the old one.',
    input: z.object({ provider: z.string(), key: z.string().max(8192) }),
    output: keyView,
  }),
  'keys.test': unary({
    method: 'POST',
    path: '/keys/{provider}/test',
    summary: 'Ask a provider for its models with the key that is set, and say how long that took.',
    input: z.object({ provider: z.string() }),
    output: connectionTest,
  }),
  'keys.remove': unary({
    method: 'DELETE',
    path: '/keys/{provider}',
    summary: 'Remove the stored key of a provider; a variable of the environment is not touched.',
    input: z.object({ provider: z.string() }),
    output: keyView,
  }),
  'keys.unlock': unary({
    method: 'POST',
    path: '/vault/unlock',
    summary: 'Give the pass phrase of the vault, or choose it where there is no vault yet.',
    input: z.object({ passphrase: z.string().min(1).max(1024) }),
    output: keyStoreState,
  }),
} as const;
