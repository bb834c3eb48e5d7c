/** What a labelled line says. `list` introduces claims or objections and has no value of its own. */
export type Label =
  | 'position'
  | 'confidence'
  | 'vote'
  | 'ranking'
  | 'decision'
  | 'next'
  | 'reason'
  | 'answer'
  | 'support'
  | 'list';

const labels: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['position', 'position'],
  ['my position', 'position'],
  ['final position', 'position'],
  ['updated position', 'position'],
  ['stance', 'position'],
  ['thesis', 'position'],
  ['proposal', 'position'],
  ['my proposal', 'position'],
  ['conclusion', 'position'],
  ['confidence', 'confidence'],
  ['my confidence', 'confidence'],
  ['confidence level', 'confidence'],
  ['confidence score', 'confidence'],
  ['vote', 'vote'],
  ['my vote', 'vote'],
  ['choice', 'vote'],
  ['my choice', 'vote'],
  ['selection', 'vote'],
  ['ballot', 'vote'],
  ['ranking', 'ranking'],
  ['my ranking', 'ranking'],
  ['decision', 'decision'],
  ['winner', 'decision'],
  ['verdict', 'decision'],
  ['judgement', 'decision'],
  ['judgment', 'decision'],
  ['next', 'next'],
  ['next speaker', 'next'],
  ['reason', 'reason'],
  ['reasons', 'reason'],
  ['reasoning', 'reason'],
  ['rationale', 'reason'],
  ['justification', 'reason'],
  ['answer', 'answer'],
  ['final answer', 'answer'],
  ['support', 'support'],
  ['because', 'support'],
  ['evidence', 'support'],
  ['claims', 'list'],
  ['arguments', 'list'],
  ['key points', 'list'],
  ['objections', 'list'],
  ['rebuttals', 'list'],
]);

const LONGEST_LABEL = 24;
const marks = /^[\s#*_>+-]*/;

const isMark = (code: number): boolean => code === 0x2a || code === 0x5f || code <= 0x20 || code === 0xa0;

/** Without blanks and emphasis at both ends; a loop, since a pattern anchored at the end is quadratic on long runs. */
const bare = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isMark(text.charCodeAt(start))) start += 1;
  while (end > start && isMark(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
};

export interface LabelledLine {
  readonly label: Label;
  /** Empty where the value stands on the lines below. */
  readonly value: string;
}

/**
 * Reads `Label: value` in the dresses models give it: bold, a heading, a list item, full-width colon. A
 * heading that is nothing but a label counts without a colon.
 */
export const readLabel = (line: string): LabelledLine | undefined => {
  const head = line.slice(0, LONGEST_LABEL + 16);
  const start = (marks.exec(head) as RegExpExecArray)[0].length;
  let colon = -1;
  for (let index = start; index < head.length; index += 1) {
    const code = head.charCodeAt(index);
    if (code === 0x3a || code === 0xff1a) {
      colon = index;
      break;
    }
  }
  if (colon < 0) {
    const isHeading = head.charCodeAt(0) === 0x23 || head.startsWith('**');
    if (!isHeading || line.length > head.length) return undefined;
    const label = labels.get(bare(head.slice(start)).toLowerCase());
    return label && { label, value: '' };
  }
  const name = bare(head.slice(start, colon)).toLowerCase();
  const label = labels.get(name);
  if (!label) return undefined;
  return { label, value: bare(line.slice(colon + 1)) };
};
