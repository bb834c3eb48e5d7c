import type { ResolvedSpecification } from '../../../core/contract/index.ts';

const SESSION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The session whose node a session is, as it was noted when it was started; null for one that stands by itself. */
export const runAround = ({ metadata }: Pick<ResolvedSpecification, 'metadata'>): string | null => {
  const { parent, node } = metadata;
  return typeof parent === 'string' && typeof node === 'string' && SESSION_ID.test(parent) ? parent : null;
};
