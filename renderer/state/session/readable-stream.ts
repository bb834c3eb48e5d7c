const CONFIDENCE = '**confidence:**';

/**
 * What a reader sees of an answer while it is written: without the thinking aloud of local models, without the
 * JSON block that repeats the answer for programs, and without the closing line that only names the confidence.
 * The finished turn leaves out the same parts, so nothing disappears when it ends.
 */
export const readableStream = (raw: string): string => withoutClosing(withoutJson(withoutThinking(raw)));

const withoutThinking = (text: string): string => {
  const start = text.trimStart();
  if (!start.startsWith('<think>')) return '<think>'.startsWith(start) ? '' : text;
  const end = start.indexOf('</think>');
  return end < 0 ? '' : start.slice(end + '</think>'.length).trimStart();
};

const withoutJson = (text: string): string => {
  const fence = text.indexOf('```json');
  if (fence >= 0) return text.slice(0, fence).trimEnd();
  // The fence itself comes in pieces.
  const tail = text.slice(text.lastIndexOf('\n') + 1);
  return tail !== '' && '```json'.startsWith(tail)
    ? text.slice(0, text.length - tail.length).trimEnd()
    : text;
};

const withoutClosing = (text: string): string => {
  const end = text.trimEnd();
  const lineStart = end.lastIndexOf('\n') + 1;
  const line = end.slice(lineStart).toLowerCase();
  if (lineStart === 0 || line === '') return text;
  const isClosing = line.startsWith(CONFIDENCE) || (line.startsWith('**') && CONFIDENCE.startsWith(line));
  return isClosing ? end.slice(0, lineStart).trimEnd() : text;
};
