export type {
  HeardInterjection,
  Prompt,
  ReadAnswer,
  SpokenTurn,
  TurnBrief,
  VoteOption,
} from './turn-brief.ts';
