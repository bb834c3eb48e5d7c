import type {
  AgentVersion,
  Ballot,
  ChatMessage,
  Mode,
  PromptSection,
  ReasoningTree,
  RoundPhase,
  TurnKind,
} from '../contract/index.ts';
import type { AnswerForm } from './prompt/answer-form.ts';

/** A finished turn as later prompts need it. */
export interface SpokenTurn {
  readonly round: number;
  readonly speakerIndex: number;
  readonly agent: string;
  readonly kind: TurnKind;
  readonly content: string;
  readonly position: string;
  readonly confidence: number | null;
}

/** Words of a person, heard by all or by one agent. `afterTurns`: how many turns had ended when they fell. */
export interface HeardInterjection {
  readonly from: 'user' | 'moderator';
  readonly to: string;
  readonly text: string;
  readonly whisper: boolean;
  readonly round: number;
}

export interface VoteOption {
  readonly id: string;
  readonly text: string;
  readonly by: string | null;
}

/** All that a turn's prompt depends on; the same brief always gives the same prompt, byte for byte. */
export interface TurnBrief {
  readonly mode: Mode;
  readonly phase: RoundPhase;
  readonly kind: TurnKind;
  readonly topic: string;
  readonly agent: AgentVersion;
  /** Names of all who take part, in speaking order. */
  readonly participants: readonly string[];
  readonly round: number;
  readonly maxRounds: number;
  /** Turns this speaker may know, ordered by round and speaker index. */
  readonly heard: readonly SpokenTurn[];
  readonly interjections: readonly HeardInterjection[];
  /** For votes and selections. */
  readonly options: readonly VoteOption[];
  /** True when the ballot must rank all options. */
  readonly ranked: boolean;
  /** For `moderation`: who may be called. */
  readonly candidates: readonly string[];
  readonly seed: number;
  /** Most prompt tokens. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  /** `labelled` when absent; the other form suits models that are good at JSON. */
  readonly form?: AnswerForm;
}

export interface Prompt {
  readonly messages: readonly ChatMessage[];
  readonly sections: readonly PromptSection[];
  /** Estimated tokens of all messages. */
  readonly tokens: number;
  /** Sentences for `output.style_insights`: which style fragments applied and why. */
  readonly styleInsights: readonly string[];
  /** For `input.context.short_term`: the lines of the conversation that the prompt holds. */
  readonly shortTerm: readonly string[];
}

/** What was read out of an answer. */
export interface ReadAnswer {
  readonly content: string;
  readonly reasoning: ReasoningTree;
  readonly decision: string | null;
  readonly ballot: Ballot | null;
}
