export { estimateTokens } from '../contract/index.ts';
export { askModel, type GiveUpReason, type ModelAccess } from './calls/ask-model.ts';
export type { AnswerForm } from './prompt/answer-form.ts';
export { buildPrompt } from './prompt/build-prompt.ts';
export { taskPrompt } from './prompt/task-prompt.ts';
export type { AnswerContext } from './reading/answer-context.ts';
export { readAnswer } from './reading/read-answer.ts';
export { chooseStyle } from './style/choose-style.ts';
export type {
  HeardInterjection,
  Prompt,
  ReadAnswer,
  SpokenTurn,
  TurnBrief,
  VoteOption,
} from './turn-brief.ts';
export { fingerprintOf } from './versions/fingerprint-of.ts';
export { nextVersion } from './versions/next-version.ts';
