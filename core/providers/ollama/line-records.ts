import type { AgentNetError } from '../../contract/index.ts';
import { type JsonRecord, recordOf } from '../untrusted-json.ts';

export interface LineErrors {
  /** For a line that is no JSON object. */
  readonly malformed: (what: string) => AgentNetError;
  /** For a line in which the server reports an error. */
  readonly reported: (line: JsonRecord) => AgentNetError;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** True for a text whose first line has come and is no JSON: the object goes on behind it. */
const isSpread = (text: string): boolean => {
  const begun = text.trimStart();
  const end = begun.indexOf('\n');
  return end >= 0 && parsed(begun.slice(0, end)) === undefined;
};

/** A whole object with its line ends taken out; anything else as it is. */
const onOneLine = (text: string): string => {
  const record = recordOf(parsed(text));
  return record ? JSON.stringify(record) : text;
};

/** The records of lines up to the first bad one. Blank lines are passed over. */
const readLines = (lines: readonly string[], errors: LineErrors) => {
  const records: JsonRecord[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value === undefined) return { records, failure: errors.malformed('a line of it is no JSON') };
    const record = recordOf(value);
    if (!record) return { records, failure: errors.malformed('a line of it is no object') };
    if ('error' in record) return { records, failure: errors.reported(record) };
    records.push(record);
  }
  return { records, failure: null };
};

/**
 * A body of JSON lines, all lines that have come together in one list, up to the one that says `done`. The
 * SDK would drop a line it cannot read with a note on the console and go on as if nothing were missing. A
 * last line without its end counts where it is whole: the server may leave it out.
 */
export async function* lineRecords(
  body: ReadableStream<Uint8Array>,
  errors: LineErrors,
  /** `spread`: the body may also be one object over several lines, as a server sends it that does not stream. */
  layout: 'lines' | 'spread' = 'lines',
): AsyncGenerator<readonly JsonRecord[]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  /** True until the first line shows that the body is in lines. */
  let maySpread = layout === 'spread';
  try {
    for (;;) {
      const piece = await reader.read();
      rest += piece.done ? decoder.decode() : decoder.decode(piece.value, { stream: true });
      if (maySpread && rest.trim() !== '') {
        if (!piece.done && isSpread(rest)) continue;
        if (piece.done) rest = onOneLine(rest);
        else maySpread = !rest.trimStart().includes('\n');
      }
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      if (piece.done && recordOf(parsed(rest))) lines.push(rest);
      const { records, failure } = readLines(lines, errors);
      if (records.length > 0) yield records;
      if (failure) throw failure;
      if (piece.done || records.some((record) => record['done'] === true)) return;
    }
  } finally {
    // A body that broke off rejects once more.
    await reader.cancel().catch(() => undefined);
  }
}
