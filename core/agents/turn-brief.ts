import type {
  AgentVersion,
  Ballot,
  ChatMessage,
  EventData,
  Mode,
  PromptSection,
  ReasoningTree,
  RoundPhase,
  TurnKind,
} from '../contract/index.ts';
import type { AnswerForm, ExpectedOutput } from './prompt/answer-form.ts';

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

/** How a vote came out. */
export interface CountedVote {
  readonly opened: EventData<'vote-opened'>;
  readonly tally: EventData<'vote-tallied'>;
  /** The option that the vote or the judge chose; null for none. */
  readonly decided: string | null;
}

/** What another node gave, as a section of the prompt. */
export interface WorkContext {
  readonly title: string;
  readonly text: string;
}

/** A task of a graph. Its prompt is filled in already. */
export interface Work {
  readonly node: string;
  readonly prompt: string;
  /** Ids of the nodes whose results stand in the prompt: those words are data. */
  readonly results: readonly string[];
  /** Results that the prompt does not name, and has to be given beside it. */
  readonly context: readonly WorkContext[];
  readonly expects: ExpectedOutput;
  /** Why the answer before this one was of no use; null for a first attempt. */
  readonly correction: string | null;
  /** Set for turns of kind `plan`. */
  readonly planning?: Planning;
}

/** What a planner has to know beside the goal, which is the prompt of its work. */
export interface Planning {
  /** `revise`: a reviewer asked for more. `change`: a planned task failed for good. */
  readonly purpose: 'plan' | 'revise' | 'change';
  /** Who may do the tasks. */
  readonly team: readonly { readonly name: string; readonly description: string }[];
  readonly maxNodes: number;
  readonly mayDelegate: boolean;
  /** What is said of the plan before this one. */
  readonly remarks: { readonly from: 'reviewer' | 'person' | 'run'; readonly text: string } | null;
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
  /** For `synthesis`, where there was a vote. */
  readonly vote?: CountedVote;
  readonly seed: number;
  /** Most prompt tokens. */
  readonly contextTokens: number;
  readonly maxOutputTokens: number;
  /** `labelled` when absent; the other form suits models that are good at JSON. */
  readonly form?: AnswerForm;
  /** Set for a task of a graph, which is done apart from any talk. */
  readonly work?: Work;
}

/** JSON that an answer is held to. */
export interface AnswerSchema {
  readonly name: string;
  /** JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
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
  /** For models that can be held to one. */
  readonly answerSchema?: AnswerSchema;
}

/** What was read out of an answer. */
export interface ReadAnswer {
  readonly content: string;
  readonly reasoning: ReasoningTree;
  readonly decision: string | null;
  readonly ballot: Ballot | null;
}
