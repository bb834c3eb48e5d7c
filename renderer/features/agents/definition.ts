import { stringify } from 'yaml';
import type { AgentDefinitionInput, AgentVersion } from '../../../core/contract/index.ts';

/** An agent while it is written: nothing is refused before it is sent. */
export interface AgentDraft {
  readonly name: string;
  readonly description: string;
  readonly role: string;
  readonly style: Readonly<Record<string, number>>;
  readonly models: readonly string[];
  readonly maxOutputTokens: number | undefined;
  readonly temperature: number | undefined;
}

export const blankDraft: AgentDraft = {
  name: '',
  description: '',
  role: '',
  style: { logic: 0.5, creativity: 0.5, analytical: 0.5 },
  models: ['default'],
  maxOutputTokens: undefined,
  temperature: undefined,
};

export const draftOf = (agent: AgentVersion): AgentDraft => ({
  name: agent.name,
  description: agent.description,
  role: agent.role,
  style: agent.style,
  models: agent.models,
  maxOutputTokens: agent.max_output_tokens,
  temperature: agent.temperature,
});

/** What is sent; the core gives it the next version. */
export const definitionOf = (draft: AgentDraft): AgentDefinitionInput => ({
  name: draft.name.trim(),
  description: draft.description.trim(),
  role: draft.role.trim(),
  style: { ...draft.style },
  models: draft.models.map((model) => model.trim()),
  ...(draft.maxOutputTokens !== undefined && { max_output_tokens: draft.maxOutputTokens }),
  ...(draft.temperature !== undefined && { temperature: draft.temperature }),
});

/** A definition as text to compare by; paragraphs are wrapped anew, so that a changed word marks few lines. */
export const textOfDefinition = (definition: AgentDefinitionInput): string => {
  const {
    name,
    description,
    role,
    style = {},
    models = [],
    max_output_tokens: most,
    temperature,
  } = definition;
  const head = stringify(
    {
      name,
      description,
      models: [...models],
      style: { ...style },
      ...(most !== undefined && { max_output_tokens: most }),
      ...(temperature !== undefined && { temperature }),
    },
    { lineWidth: 0 },
  );
  const lines = paragraphsOf(role).flatMap((line) => wrap(line, 60));
  return `${head}role: |\n${lines.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}\n`;
};

/** One line a paragraph, with an empty one between; items of a list stay apart. */
const paragraphsOf = (text: string): readonly string[] =>
  text
    .trim()
    .replace(/([^\n])\n(?!\n|\s*([-*+]|\d+[.)])\s)/g, '$1 ')
    .split('\n');

const wrap = (line: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
};

/** Whether anything differs between a draft and the version it began from. */
export const isChanged = (draft: AgentDraft, from: AgentVersion): boolean =>
  JSON.stringify(definitionOf(draft)) !== JSON.stringify(definitionOf(draftOf(from)));
