import { Lexer } from 'yaml';

/** Stands before a text of several lines, whose own signs mean nothing. */
const PLAIN_TEXT = '\u001f';

/** Whether a YAML text says something in comments; what stands in quotes or in a text of several lines is none. */
export const hasComments = (text: string): boolean => {
  let isText = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!isText && lexeme.startsWith('#')) return true;
    isText = lexeme === PLAIN_TEXT;
  }
  return false;
};
