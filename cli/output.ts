import type { Writable } from 'node:stream';

/** Standard output at the pace of its reader. */
export interface Output {
  /** Resolves when the reader has room for more. After the reader has gone, what is written is dropped. */
  readonly write: (text: string) => Promise<void>;
  /** Resolves when everything written was handed to the operating system. */
  readonly flushed: () => Promise<void>;
}

/** `onGone` is called once when the reader goes away (a closed pipe). */
export const createOutput = (stream: Writable, onGone: () => void): Output => {
  let gone = false;
  let wake: (() => void) | undefined;
  const leave = () => {
    if (gone) return;
    gone = true;
    wake?.();
    onGone();
  };
  stream.on('error', leave);
  stream.on('close', leave);
  stream.on('drain', () => wake?.());
  return {
    write: async (text) => {
      if (gone || stream.write(text)) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (gone) resolve();
      });
    },
    flushed: () =>
      new Promise((resolve) => {
        if (gone) resolve();
        else stream.write('', () => resolve());
      }),
  };
};
