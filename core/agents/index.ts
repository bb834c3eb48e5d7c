export { askModel, requestOf } from './calls/ask-model.ts';
export { type GatheredAnswer, gatherAnswer } from './calls/gather-answer.ts';
export { type GiveUpReason, outcomeOf, paidUsage } from './calls/outcome-of.ts';
export { buildPrompt } from './prompt/build-prompt.ts';
export { fitTexts } from './prompt/fit-texts.ts';
export { taskPrompt } from './prompt/task-prompt.ts';
export { readAnswer } from './reading/read-answer.ts';
export { chooseStyle } from './style/choose-style.ts';
export type {
  CountedVote,
  HeardInterjection,
  Planning,
  Prompt,
  SpokenTurn,
  TurnBrief,
  VoteOption,
  Work,
  WorkContext,
} from './turn-brief.ts';
export { fingerprintOf } from './versions/fingerprint-of.ts';
export { nextVersion } from './versions/next-version.ts';
