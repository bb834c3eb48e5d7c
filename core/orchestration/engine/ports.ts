import type { LiveSignal } from '../../contract/index.ts';
import type { Effects } from '../../effects/index.ts';
import type { ChatModel } from '../../providers/index.ts';
import type { SessionWriter } from '../../storage/index.ts';

/** What a running session needs from the outside; a replay needs none of it. */
export interface RunPorts {
  readonly effects: Effects;
  readonly writer: SessionWriter;
  readonly openModel: (name: string) => Promise<ChatModel>;
  /** Tokens of a text by a real tokenizer, for models that report no usage. */
  readonly countTokens: (text: string) => Promise<number>;
  /** Shown to whoever watches; must not throw. */
  readonly signal: (signal: LiveSignal) => void;
}
