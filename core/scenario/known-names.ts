import { type InputProblem, nearestName } from '../contract/index.ts';
import type { Finding } from './finding.ts';
import { type InputPath, pathText } from './input-path.ts';
import { quoted } from './shown.ts';

/** What a reader knows of the world around a text; what is absent is not checked. */
export interface KnownNames {
  /** Agents that exist: exact references `name@version`, newest first, or bare names. */
  readonly agents?: readonly string[];
  /** What is wrong with a model name, or null. */
  readonly models?: (model: string) => InputProblem | null;
}

const MOST_LISTED = 12;

/** `Athena` of `Athena@1.0.0`. */
export const nameOf = (reference: string): string => reference.split('@', 1)[0] ?? reference;

export const agentFindings = (
  path: InputPath,
  reference: string,
  agents: readonly string[] | undefined,
): readonly Finding[] => {
  if (agents === undefined || isKnown(reference, agents)) return [];
  const name = nameOf(reference);
  const versions = agents.filter((agent) => nameOf(agent) === name);
  const names = [...new Set(agents.map(nameOf))];
  const nearest = versions.find((agent) => agent.includes('@')) ?? nearestName(name, names);
  const what =
    versions.length > 0
      ? `${name} has no version ${reference.slice(name.length + 1)}.`
      : `There is no agent ${quoted(reference)}.`;
  const listed = names.length === 0 ? '' : ` Agents are ${names.slice(0, MOST_LISTED).join(', ')}.`;
  return [
    {
      code: 'input/unknown-agent',
      message: `${pathText(path)}: ${what}${nearest === undefined ? listed : ` Did you mean ${nearest}?`}`,
      path,
      at: 'value',
      ...(nearest !== undefined && { nearest }),
    },
  ];
};

const isKnown = (reference: string, agents: readonly string[]): boolean => {
  if (agents.includes(reference)) return true;
  const versions = agents.filter((agent) => nameOf(agent) === nameOf(reference));
  // A bare name means its newest version; and a list of bare names says nothing of versions.
  return versions.length > 0 && (!reference.includes('@') || versions.every((agent) => !agent.includes('@')));
};

export const modelFindings = (
  path: InputPath,
  model: string,
  models: KnownNames['models'],
): readonly Finding[] => {
  const problem = models?.(model);
  if (!problem) return [];
  const { code, message, nearest } = problem;
  const remedy = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
  return [
    {
      code,
      message: `${pathText(path)}: ${message}${remedy}`,
      path,
      at: 'value',
      ...(nearest !== undefined && { nearest }),
    },
  ];
};
