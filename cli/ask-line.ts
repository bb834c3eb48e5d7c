import { createInterface } from 'node:readline/promises';

/** Asks for one line at a terminal; undefined when it is given up or the signal fires. */
export const askLine = async (
  keyboard: NodeJS.ReadableStream,
  screen: NodeJS.WritableStream,
  question: string,
  signal: AbortSignal,
): Promise<string | undefined> => {
  const lines = createInterface({ input: keyboard, output: screen });
  const closed = new AbortController();
  lines.once('close', () => closed.abort());
  // The keyboard is held here, so that the interruption has to be handed on.
  lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  try {
    return await lines.question(question, { signal: AbortSignal.any([signal, closed.signal]) });
  } catch {
    return undefined;
  } finally {
    lines.close();
  }
};
