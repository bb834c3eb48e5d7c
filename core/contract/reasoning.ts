import * as z from 'zod';

export const claim = z.object({ text: z.string(), support: z.array(z.string()) });
export const answeredObjection = z.object({
  /** Whose point is answered; null when the speaker raises it himself. */
  from: z.string().nullable(),
  objection: z.string(),
  answer: z.string(),
});

/** What a turn says, as a tree. `source` tells how it was had: from JSON the model wrote, or read out of prose. */
export const reasoningTree = z.object({
  position: z.string(),
  claims: z.array(claim),
  objections: z.array(answeredObjection),
  confidence: z.number().min(0).max(1).nullable(),
  answer: z.string(),
  source: z.enum(['structured', 'text']),
});
export type ReasoningTree = z.infer<typeof reasoningTree>;

/** A ballot: one option, or a ranking of all (best first), as the method asks. */
export const ballot = z.object({
  choice: z.string(),
  ranking: z.array(z.string()).optional(),
  reason: z.string(),
});
export type Ballot = z.infer<typeof ballot>;
