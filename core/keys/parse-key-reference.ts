import { AgentNetError } from '../contract/index.ts';

export type KeyReference =
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'keychain'; readonly name: string };

/** Throws `input/invalid`. The reference is not repeated in the error: it may be a key pasted by mistake. */
export const parseKeyReference = (reference: string): KeyReference => {
  const environment = /^env:([A-Za-z_][A-Za-z0-9_]*)$/.exec(reference)?.[1];
  if (environment !== undefined) return { kind: 'environment', name: environment };
  const keychain = /^keychain:(\S+)$/.exec(reference)?.[1];
  if (keychain !== undefined) return { kind: 'keychain', name: keychain };
  throw new AgentNetError('input/invalid', 'A key must be given as env:NAME or keychain:NAME.', {
    kept: 'The key itself is never written into config.yaml, nor into this message.',
    remedy: 'Write, for example, `key: env:LAB_KEY` and set LAB_KEY in the environment.',
  });
};
