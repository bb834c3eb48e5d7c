import { estimateTokens, type PromptSection } from '../../contract/index.ts';
import { cutToTokens } from './cut.ts';

/** A section of the prompt with its text, heading included. */
export interface Part extends PromptSection {
  readonly text: string;
}

/** Two line ends between the parts of a message. */
const JOINT_TOKENS = 1;

export const wholePart = (name: string, text: string): Part => ({
  name,
  text,
  tokens: estimateTokens(text) + JOINT_TOKENS,
  truncated: false,
});

/** A part that is cut at its end to fit; undefined where it has nothing to say or no room to say it. */
export const fittingPart = (name: string, heading: string, body: string, room: number): Part | undefined => {
  if (body === '') return undefined;
  const head = `${heading}\n`;
  const cut = cutToTokens(body, room - estimateTokens(head) - JOINT_TOKENS);
  if (cut.text === '') return undefined;
  const part = wholePart(name, head + cut.text);
  return cut.truncated ? { ...part, truncated: true } : part;
};
