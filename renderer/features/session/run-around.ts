import type { ResolvedSpecification } from '../../../core/contract/index.ts';

const SESSION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The session and its node that a session is inside of, as was noted when it was started; null for one by itself. */
export const runAround = ({
  metadata,
}: Pick<ResolvedSpecification, 'metadata'>): { readonly id: string; readonly node: string } | null => {
  const { parent, node } = metadata;
  return typeof parent === 'string' && typeof node === 'string' && SESSION_ID.test(parent)
    ? { id: parent, node }
    : null;
};
