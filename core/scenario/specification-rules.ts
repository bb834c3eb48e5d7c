import type { TalkMode } from '../contract/index.ts';
import type { Finding } from './finding.ts';
import type { InputPath } from './input-path.ts';
import { agentFindings, type KnownNames, modelFindings, nameOf } from './known-names.ts';
import type { ReadablePart } from './readable-part.ts';

/** What is wrong though each member is right on its own. */
export const ruleFindings = (part: ReadablePart, known: KnownNames): readonly Finding[] => [
  ...tooFewAgents(part),
  ...repeatedAgents(part),
  ...judgeWithoutName(part),
  ...workflowWithoutGraph(part),
  ...unknownAgents(part, known),
  ...(part.model === undefined ? [] : modelFindings(['model'], part.model, known.models)),
];

const invalid = (path: InputPath, message: string): Finding => ({
  code: 'input/invalid',
  message,
  path,
  at: 'value',
});

const withArticle: Record<Exclude<TalkMode, 'single'>, string> = {
  debate: 'A debate',
  brainstorm: 'A brainstorm',
  consensus: 'A consensus',
};

const tooFewAgents = ({ mode, agents }: ReadablePart): readonly Finding[] => {
  if (mode === undefined || !(mode in withArticle) || agents?.length !== 1) return [];
  const message =
    `${withArticle[mode as keyof typeof withArticle]} needs at least two agents, and agents names one. ` +
    'Add another, or use mode: single.';
  return [invalid(['agents'], message)];
};

const repeatedAgents = ({ agents }: ReadablePart): readonly Finding[] => {
  const first = new Map<string, number>();
  return (agents ?? []).flatMap((reference, index) => {
    if (reference === undefined) return [];
    const name = nameOf(reference);
    const earlier = first.get(name);
    if (earlier === undefined) {
      first.set(name, index);
      return [];
    }
    const message =
      `agents[${index}] names ${name} again, as agents[${earlier}] does, and an agent sits in a session once. ` +
      `Remove it, or save a copy of ${name} under another name and use that.`;
    return [invalid(['agents', index], message)];
  });
};

const judgeWithoutName = ({ vote, judge }: ReadablePart): readonly Finding[] =>
  vote?.fallback === 'judge' && judge === undefined
    ? [
        invalid(
          ['vote', 'fallback'],
          'vote.fallback is judge, but no judge is named. Add a judge: with the name of an agent, or use plurality.',
        ),
      ]
    : [];

const workflowWithoutGraph = ({ mode, graph }: ReadablePart): readonly Finding[] =>
  mode === 'workflow' && graph === undefined
    ? [
        invalid(
          ['graph'],
          'graph is missing; mode: workflow runs a task graph. Write it here, or name its file, like graph: my-graph.yaml.',
        ),
      ]
    : [];

const unknownAgents = (part: ReadablePart, known: KnownNames): readonly Finding[] => {
  const speakers = (part.agents ?? []).flatMap((reference, index) =>
    reference === undefined ? [] : agentFindings(['agents', index], reference, known.agents),
  );
  const roles = (['moderator', 'judge', 'synthesizer', 'planner'] as const).flatMap((role) => {
    const reference = part[role];
    return reference === undefined ? [] : agentFindings([role], reference, known.agents);
  });
  return [...speakers, ...roles];
};
