import { estimateTokens, type PromptSection } from '../../contract/index.ts';
import { cutToTokens } from './cut.ts';

/** A section of the prompt with its text, heading included. */
export interface Part extends PromptSection {
  readonly text: string;
}

/** Two line ends between the parts of a message. */
export const JOINT_TOKENS = 1;

export const wholePart = (name: string, text: string): Part => ({
  name,
  text,
  tokens: estimateTokens(text) + JOINT_TOKENS,
  truncated: false,
});

/** A part that is cut at its end to fit; undefined where it has nothing to say or no room to say it. */
export const fitted = (part: Part, room: number): Part | undefined => {
  if (part.tokens <= room) return part;
  const cut = cutToTokens(part.text, room - JOINT_TOKENS);
  return cut.text.includes('\n')
    ? { name: part.name, text: cut.text, tokens: cut.tokens + JOINT_TOKENS, truncated: true }
    : undefined;
};
