import type { TurnHeader } from '../../../core/contract/index.ts';

/** Output tokens a second of a finished turn, from its first token on; null where a part is not known. */
export const turnSpeed = (
  turn: Pick<TurnHeader, 'output_tokens' | 'latency_ms' | 'first_token_ms'>,
): number | null => {
  const { output_tokens: tokens, latency_ms: latency, first_token_ms: first } = turn;
  if (tokens === null) return null;
  const span = latency - (first ?? 0);
  return span <= 0 ? null : (tokens * 1000) / span;
};

/** About how many tokens a second come in now: nobody counts them before the end. Times in milliseconds. */
export const liveSpeed = (text: string, firstAt: number, now: number): number | null => {
  const span = now - firstAt;
  return span < 250 ? null : (text.length / CHARACTERS_A_TOKEN) * (1000 / span);
};

const CHARACTERS_A_TOKEN = 4.8;

/** The value in the middle; of an even number the lower one of the two. Null for none. */
export const medianOf = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
};

/** Speed over the last finished turns: tokens of all over the time of all. */
export const recentSpeed = (turns: readonly TurnHeader[], last = 20): number | null => {
  let tokens = 0;
  let span = 0;
  for (const turn of turns.slice(-last)) {
    const ms = turn.latency_ms - (turn.first_token_ms ?? 0);
    if (turn.output_tokens === null || ms <= 0) continue;
    tokens += turn.output_tokens;
    span += ms;
  }
  return span === 0 ? null : (tokens * 1000) / span;
};
