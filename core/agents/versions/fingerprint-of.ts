import { createHash } from 'node:crypto';
import { type AgentDefinition, canonicalJson } from '../../contract/index.ts';

/** SHA-256 in hexadecimal over the canonical JSON of a definition, its version left out: what it says, not its number. */
export const fingerprintOf = (definition: AgentDefinition): string => {
  const { name, description, role, style, models, max_output_tokens, temperature } = definition;
  const content = { name, description, role, style, models, max_output_tokens, temperature };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
};
