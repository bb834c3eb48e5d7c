import type { ReadStream } from 'node:tty';

type Keyboard = Pick<ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;

/**
 * Asks for one line of which nothing is shown. Undefined after Ctrl-C, Ctrl-D or the end of the input. The terminal
 * is put back whatever happens.
 */
export const askHidden = async (
  keyboard: Keyboard,
  screen: { write(text: string): unknown },
  question: string,
): Promise<string | undefined> => {
  screen.write(question);
  keyboard.setRawMode(true);
  const decoder = new TextDecoder();
  let typed = '';
  try {
    return await new Promise<string | undefined>((resolve) => {
      const onEnd = () => finish(undefined);
      const onData = (bytes: Uint8Array) => {
        // A pasted key comes in one piece with its line break.
        for (const letter of decoder.decode(bytes, { stream: true })) {
          if (letter === '\r' || letter === '\n') return finish(typed);
          if (letter === '\u0003' || letter === '\u0004') return finish(undefined);
          if (letter === '\u007f' || letter === '\b') typed = [...typed].slice(0, -1).join('');
          else if (letter === '\u0015') typed = '';
          else if (letter >= ' ') typed += letter;
        }
      };
      const finish = (answer: string | undefined) => {
        keyboard.off('data', onData);
        keyboard.off('end', onEnd);
        resolve(answer);
      };
      keyboard.on('data', onData);
      keyboard.on('end', onEnd);
      keyboard.resume();
    });
  } finally {
    keyboard.setRawMode(false);
    keyboard.pause();
    screen.write('\n');
  }
};
