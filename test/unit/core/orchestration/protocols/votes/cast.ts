import type { EventData } from '../../../../../../core/contract/index.ts';

type Cast = EventData<'vote-cast'>;

/** A valid ballot that weighs 1, with everything empty but what a test names. */
export const cast = (agent: string, choice: string, changes: Partial<Cast> = {}): Cast => ({
  round: 1,
  agent,
  valid: true,
  choice,
  ranking: [],
  reason: '',
  confidence: null,
  weight: 1,
  changed_from: null,
  ...changes,
});

/** One ballot for each letter: `AAB` is two for A and one for B. */
export const casts = (letters: string): readonly Cast[] =>
  [...letters].map((choice, index) => cast(`agent-${index}`, choice));
