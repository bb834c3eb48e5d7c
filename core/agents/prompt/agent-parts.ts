import type { AgentVersion } from '../../contract/index.ts';
import { chooseStyle } from '../style/choose-style.ts';
import { type Part, wholePart } from './part.ts';
import { cleaned } from './quoted.ts';

/** What an agent brings into each of its prompts. */
export interface AgentParts {
  readonly role: Part;
  /** Undefined when no style applies. */
  readonly style: Part | undefined;
  readonly insights: readonly string[];
}

/** Agent versions are immutable, so their parts are made once; only the versions themselves keep them alive. */
const known = new WeakMap<AgentVersion, AgentParts>();

export const agentParts = (agent: AgentVersion): AgentParts => {
  const before = known.get(agent);
  if (before) return before;
  const { fragments, insights } = chooseStyle(agent.style);
  const lines = fragments.map(({ style, intensity, text }) => `- ${style} (${intensity}): ${text}`);
  const parts: AgentParts = {
    role: wholePart('role', `## Role\n${cleaned(agent.role).trim()}`),
    style: lines.length > 0 ? wholePart('style', `## Style\n${lines.join('\n')}`) : undefined,
    insights,
  };
  known.set(agent, parts);
  return parts;
};
