import * as z from 'zod';

export const mode = z.enum(['single', 'debate', 'brainstorm', 'consensus', 'delegation', 'workflow']);
export type Mode = z.infer<typeof mode>;
/** Modes in which agents talk in rounds; the others work through a task graph. */
export type TalkMode = Exclude<Mode, 'delegation' | 'workflow'>;

export const strategy = z.enum(['round_robin', 'parallel', 'moderated', 'random']);
export type Strategy = z.infer<typeof strategy>;

export const convergenceMethod = z.enum(['lexical', 'vote', 'stagnation']);
export type ConvergenceMethod = z.infer<typeof convergenceMethod>;

export const voteMethod = z.enum(['majority', 'two_thirds', 'ranked_choice', 'confidence_weighted']);
export type VoteMethod = z.infer<typeof voteMethod>;

/** What happens when no vote is carried: the leading option wins, a judge decides, or nothing is decided. */
export const voteFallback = z.enum(['plurality', 'judge', 'no_decision']);
export type VoteFallback = z.infer<typeof voteFallback>;

/** What a turn is for. One mode uses some of them; the prompt's directive and the parser depend on it. */
export const turnKind = z.enum([
  'answer',
  'position',
  'rebuttal',
  'closing',
  'judgement',
  'idea',
  'cluster',
  'selection',
  'proposal',
  'discussion',
  'vote',
  'moderation',
  'synthesis',
  'task',
  'plan',
  'review',
]);
export type TurnKind = z.infer<typeof turnKind>;

export const roundPhase = z.enum([
  'answer',
  'positions',
  'rebuttals',
  'closing',
  'diverge',
  'cluster',
  'converge',
  'propose',
  'discuss',
  'vote',
  'work',
]);
export type RoundPhase = z.infer<typeof roundPhase>;
