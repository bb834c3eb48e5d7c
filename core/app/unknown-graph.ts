import { AgentNetError } from '../contract/index.ts';

/** `newest` where the graph is there and only that version is not. */
export const unknownGraph = (id: string, version?: number, newest?: number): AgentNetError =>
  newest === undefined || version === undefined
    ? new AgentNetError('input/unknown-graph', `There is no stored graph ${id.slice(0, 80)}.`, {
        remedy: 'List the stored graphs with `agentnet graph list`.',
      })
    : new AgentNetError('input/unknown-graph', `The graph ${id} has no version ${version}.`, {
        remedy: `Its newest version is ${newest}.`,
      });
