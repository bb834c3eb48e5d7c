import type { AgentNetError } from '../../contract/index.ts';
import { type JsonRecord, recordOf } from '../untrusted-json.ts';

/** True for a text whose first line has come and is no JSON: the object goes on behind it. */
const isSpread = (text: string): boolean => {
  const begun = text.trimStart();
  const end = begun.indexOf('\n');
  return end >= 0 && parsed(begun.slice(0, end)) === null;
};

const parsed = (text: string): JsonRecord | null => {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return null;
  }
};

/** A whole object with its line ends taken out; anything else as it is. */
const onOneLine = (text: string): string => {
  const record = parsed(text);
  return record ? JSON.stringify(record) : text;
};

export interface LineErrors {
  /** For a line that is no JSON object. */
  readonly malformed: (what: string) => AgentNetError;
  /** For a line in which the server reports an error. */
  readonly reported: (line: JsonRecord) => AgentNetError;
}

/**
 * A body of JSON lines, handed on in whole lines that have been looked at: the SDK would drop a line it
 * cannot read with a note on the console and go on as if nothing were missing. Blank lines are left out,
 * and so is a last line without its end, which the closing of the connection has cut.
 */
export const wholeLines = (
  body: ReadableStream<Uint8Array>,
  errors: LineErrors,
  /** `spread`: the body may also be one object over several lines, as a server sends it that does not stream. */
  layout: 'lines' | 'spread' = 'lines',
): ReadableStream<Uint8Array> => {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  /** True until the first line shows that the body is in lines. */
  let maySpread = layout === 'spread';
  let failure: AgentNetError | null = null;

  const check = (line: string): AgentNetError | null => {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return errors.malformed('a line of it is no JSON');
    }
    const record = recordOf(value);
    if (!record) return errors.malformed('a line of it is no object');
    return 'error' in record ? errors.reported(record) : null;
  };
  /** Lines up to the first bad one, each with its end. */
  const goodLines = (lines: readonly string[]): string => {
    let good = '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      failure = check(line);
      if (failure) return good;
      good += `${line}\n`;
    }
    return good;
  };

  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        while (!failure) {
          const piece = await reader.read();
          rest += piece.done ? decoder.decode() : decoder.decode(piece.value, { stream: true });
          if (maySpread && rest.trim() !== '') {
            if (!piece.done && isSpread(rest)) continue;
            if (piece.done) rest = onOneLine(rest);
            else maySpread = !rest.trimStart().includes('\n');
          }
          const lines = rest.split('\n');
          const last = lines.pop() ?? '';
          // The server may leave out the end of the very last line, so one that is whole without it counts.
          const isWhole =
            piece.done && last.trimEnd().endsWith('}') && check(last)?.code !== 'provider/malformed';
          rest = piece.done ? '' : last;
          const good = goodLines(isWhole ? [...lines, last] : lines);
          if (good !== '') {
            controller.enqueue(encoder.encode(good));
            return;
          }
          if (piece.done && !failure) {
            controller.close();
            return;
          }
        }
        controller.error(failure);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
};
