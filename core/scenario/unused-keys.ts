import type { SessionSpecification } from '../contract/index.ts';
import type { Finding } from './finding.ts';
import type { InputPath } from './input-path.ts';

/** What was written, is right, and has no effect beside the rest. */
export const unusedKeys = (written: unknown, specification: SessionSpecification): readonly Finding[] => {
  const { mode, strategy, vote, convergence } = specification;
  const withNodes = mode === 'workflow' || mode === 'delegation';
  const talk = ['strategy', 'convergence', 'max_rounds'].map((key) => ({
    key,
    // A delegation may be sent back by its reviewer so many times.
    unused: withNodes && (mode === 'workflow' || key !== 'max_rounds'),
    why: 'tasks run when what they wait for is done, not in rounds',
  }));
  const graphs = ['parallel', 'on_failure', 'delegation'].map((key) => ({
    key,
    unused: !withNodes,
    why: 'only mode: workflow and mode: delegation run tasks',
  }));
  const keys = [
    { key: 'graph', unused: mode !== 'workflow', why: 'only mode: workflow runs a task graph' },
    { key: 'inputs', unused: mode !== 'workflow', why: 'only the graph of mode: workflow has inputs' },
    { key: 'planner', unused: mode !== 'delegation', why: 'only mode: delegation has a planner' },
    { key: 'synthesizer', unused: mode === 'workflow', why: 'a task graph has its own last tasks' },
    ...graphs,
    ...talk,
    { key: 'moderator', unused: strategy !== 'moderated', why: 'only strategy: moderated has a moderator' },
    { key: 'vote', unused: mode !== 'consensus', why: 'only a consensus votes' },
    {
      key: 'judge',
      unused: mode !== 'debate' && mode !== 'delegation' && vote?.fallback !== 'judge',
      why: 'a judge decides a debate or a vote with fallback: judge, and reviews a delegation',
    },
  ];
  const findings = keys
    .filter(({ key, unused }) => unused && isWritten(written, key))
    .map(({ key, why }) => unusedAt([key], 'key', `${key} has no effect: ${why}.`));
  const chosen = mode === 'consensus' || mode === 'brainstorm' || withNodes;
  const place = typeof convergence === 'object' && !chosen ? convergence.methods.indexOf('vote') : -1;
  if (place < 0) return findings;
  const path = ['convergence', 'methods', place];
  return [
    ...findings,
    unusedAt(path, 'value', 'convergence.methods: vote has no effect, since nobody chooses in this mode.'),
  ];
};

const unusedAt = (path: InputPath, at: Finding['at'], message: string): Finding => ({
  code: 'input/unused',
  message,
  path,
  at,
});

const isWritten = (written: unknown, key: string): boolean =>
  written !== null && typeof written === 'object' && Object.hasOwn(written, key);
