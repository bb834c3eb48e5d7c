import type { TurnBrief, Work } from '../../core/agents/index.ts';
import type { AgentVersion } from '../../core/contract/index.ts';
import { createdWith } from './cast.ts';

/** The brief of a task of a graph, done by Athena. */
export const workBrief = (work: Partial<Work> = {}, change: Partial<TurnBrief> = {}): TurnBrief => ({
  mode: 'workflow',
  phase: 'work',
  kind: 'task',
  topic: 'A graph',
  agent: createdWith().agents['Athena@1.0.0'] as AgentVersion,
  participants: ['Athena'],
  round: 2,
  maxRounds: 3,
  heard: [],
  interjections: [],
  options: [],
  ranked: false,
  candidates: [],
  seed: 7,
  contextTokens: 2048,
  maxOutputTokens: 400,
  form: 'labelled',
  work: {
    node: 'risks',
    prompt: 'Name three risks of an edge network.',
    results: [],
    context: [],
    expects: 'text',
    correction: null,
    ...work,
  },
  ...change,
});
