/** What stands at the beginning of a line of Markdown, and the marks around words. */
const LINE_MARKS = /^[ \t]*(?:#{1,6} |> ?|[-*+] |```\w*$|\|)/gm;
const WORD_MARKS = /\*\*|__|`/g;

/** A block of Markdown without its most usual marks, for the moment until it can be drawn. */
export const plainWords = (text: string): string =>
  text.replace(LINE_MARKS, '').replace(WORD_MARKS, '').trim();
