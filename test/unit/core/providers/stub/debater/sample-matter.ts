import type { TurnBrief } from '../../../../../../core/agents/index.ts';
import { type Matter, matterOf } from '../../../../../../core/providers/stub/debater/matter.ts';
import { stubPrompt } from '../stub-prompt.ts';

export const sampleMatter = (changes: Partial<TurnBrief> = {}, seed = 7): Matter =>
  matterOf(stubPrompt(changes), seed);
