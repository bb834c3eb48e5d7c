import type { Clock } from '../../effects/index.ts';
import type { Finish, StreamPart } from '../chat-model.ts';

/** Words with the blanks in front of them: what streams as one token. */
export const streamTokens = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/g) ?? [];

/** One delta and the finish, without a timer; the iterator is written by hand to spare the generator's awaits. */
export const atOnce = (text: string, finish: Finish): AsyncIterable<StreamPart> => ({
  [Symbol.asyncIterator]: () => {
    let step = text === '' ? 1 : 0;
    return {
      next: () => {
        step += 1;
        if (step === 1) return Promise.resolve({ done: false, value: { kind: 'text-delta', text } });
        if (step === 2) return Promise.resolve({ done: false, value: { kind: 'finish', ...finish } });
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  },
});

/**
 * Token by token at a steady pace: each is due at a time counted from the start, so waits that end late do
 * not add up, and what is overdue goes out together.
 */
export async function* paced(
  text: string,
  tokensPerSecond: number,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<StreamPart> {
  const start = clock.elapsed();
  const tokens = streamTokens(text);
  for (let sent = 0; sent < tokens.length; ) {
    const due = start + (sent * 1_000) / tokensPerSecond;
    const wait = due - clock.elapsed();
    if (wait > 0) await clock.sleep(wait, signal);
    signal.throwIfAborted();
    const elapsed = clock.elapsed() - start;
    const upTo = Math.min(
      tokens.length,
      Math.max(sent + 1, Math.floor((elapsed * tokensPerSecond) / 1_000) + 1),
    );
    yield { kind: 'text-delta', text: tokens.slice(sent, upTo).join('') };
    sent = upTo;
  }
}
