import { type SessionSpecification, sessionSpecification } from '../contract/index.ts';

type Members = SessionSpecification;

/** What could be read of a specification that may be wrong elsewhere. */
export type ReadablePart = Partial<Omit<Members, 'agents'>> & {
  /** By place in the list; undefined where an item is no reference. Absent where there is no list. */
  readonly agents?: readonly (string | undefined)[];
};

const LONGEST_MODEL = 200;

/**
 * The members that are right on their own, so that rules over several of them can be checked all the same.
 * A model is taken as it is written, right or not.
 */
export const readablePart = (value: unknown): ReadablePart => {
  if (value === null || typeof value !== 'object') return {};
  const part: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(sessionSpecification.shape)) {
    const member = (value as Record<string, unknown>)[name];
    if (member === undefined) continue;
    const read = schema.safeParse(member);
    if (read.success) part[name] = read.data;
  }
  const { agents, model } = value as { agents?: unknown; model?: unknown };
  if (typeof model === 'string' && model !== '' && model.length <= LONGEST_MODEL) part['model'] = model;
  if (!Array.isArray(agents)) return part;
  // By item: one wrong name must not hide the others.
  const reference = sessionSpecification.shape.agents.element;
  return { ...part, agents: agents.slice(0, 100).map((item) => reference.safeParse(item).data) };
};
