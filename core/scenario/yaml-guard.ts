import { CST, Lexer } from 'yaml';

/** Longest text that is read, in UTF-16 units: room for 64 agents, options and the longest topic. */
export const MAX_TEXT_LENGTH = 262_144;

const MOST_ALIASES = 100;
const MOST_FLOW_DEPTH = 64;
/** `- - - x` and `? ? x` nest on one line without a cost in length. */
const MOST_MARKS_A_LINE = 32;
/** A specification with everything in it has a few hundred. */
const MOST_TOKENS = 20_000;

export interface GuardFinding {
  readonly code: 'input/too-large' | 'input/invalid-yaml';
  readonly message: string;
  /** Where it begins, in UTF-16 units from the start; absent where the whole is meant. */
  readonly offset?: number;
}

/**
 * What would make parsing slow or endless, found in one cheap pass over the text before a parser sees it;
 * undefined when there is nothing. A nested or aliased bomb is refused in milliseconds.
 */
export const guardYaml = (text: string): GuardFinding | undefined => {
  if (text.length > MAX_TEXT_LENGTH) {
    const message = `The text has ${text.length} characters; at most ${MAX_TEXT_LENGTH} are read.`;
    return { code: 'input/too-large', message };
  }
  const nul = text.indexOf('\u0000');
  if (nul >= 0) return invalid('The text holds a NUL byte here; it is no text file, or a damaged one.', nul);
  return guardTokens(text);
};

const invalid = (message: string, offset: number): GuardFinding => ({
  code: 'input/invalid-yaml',
  message,
  offset,
});

const guardTokens = (text: string): GuardFinding | undefined => {
  let offset = 0;
  let aliases = 0;
  let flowDepth = 0;
  let marks = 0;
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MOST_TOKENS) return invalid(`More than ${MOST_TOKENS} keys, values and marks.`, offset);
    switch (CST.tokenType(token)) {
      case 'alias':
        aliases += 1;
        if (aliases > MOST_ALIASES) return invalid(`More than ${MOST_ALIASES} aliases (*name).`, offset);
        break;
      case 'flow-map-start':
      case 'flow-seq-start':
        flowDepth += 1;
        if (flowDepth > MOST_FLOW_DEPTH) return invalid('Brackets are nested too deeply.', offset);
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        flowDepth -= 1;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
      case 'anchor':
      case 'tag':
        marks += 1;
        if (flowDepth === 0 && marks > MOST_MARKS_A_LINE) {
          return invalid('Too many YAML marks (- ? : & !) on one line.', offset);
        }
        break;
      case 'newline':
        marks = 0;
        break;
      default:
    }
    // The lexer marks documents, flow ends and scalars with tokens that stand for no text.
    if (!isSign(token)) offset += token.length;
  }
  return undefined;
};

const isSign = (token: string): boolean =>
  token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR;
