import type { EventData, SessionSnapshot } from '../contract/index.ts';

/** Everybody who may speak: the agents in speaking order, then moderator, judge and synthesizer. */
export const participantsOf = (data: EventData<'session-created'>): SessionSnapshot['participants'] => {
  const { agents, moderator, judge, synthesizer } = data.specification;
  const references = [...agents, moderator, judge, synthesizer].filter((reference) => reference !== null);
  return [...new Set(references)].map((reference) => ({
    name: nameOf(reference),
    version: data.agents[reference]?.version ?? '',
    description: data.agents[reference]?.description ?? '',
    chain: data.chains[reference] ?? [],
  }));
};

/** `Athena` of `Athena@1.0.0`. */
export const nameOf = (reference: string): string => reference.split('@', 1)[0] ?? reference;
