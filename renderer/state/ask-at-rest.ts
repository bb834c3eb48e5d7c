import { isAbort } from './words/explain-error.ts';

interface RestingQuestion<T> {
  readonly ask: (signal: AbortSignal) => Promise<T>;
  readonly answered: (answer: T) => void;
  readonly failed: (error: unknown) => void;
}

/** How long typing pauses, in milliseconds, before something is asked about it. */
const TYPING_MS = 200;

/**
 * Asks once the typing rests. What it returns takes the question back: nothing is asked, and an answer on its way is
 * given up and not heard.
 */
export const askAtRest = <T>({ ask, answered, failed }: RestingQuestion<T>): (() => void) => {
  const abort = new AbortController();
  const timer = setTimeout(() => {
    ask(abort.signal).then(
      (answer) => {
        if (!abort.signal.aborted) answered(answer);
      },
      (error: unknown) => {
        if (!abort.signal.aborted && !isAbort(error)) failed(error);
      },
    );
  }, TYPING_MS);
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
};
