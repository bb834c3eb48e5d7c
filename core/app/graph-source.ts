import { AgentNetError, type SessionSpecification, type WorkflowRun } from '../contract/index.ts';
import { inputError, readDataText } from '../scenario/index.ts';
import type { GraphStore } from '../storage/index.ts';
import { unknownGraph } from './unknown-graph.ts';

/** A graph as data, not looked at yet, and where it comes from. */
export interface GraphSource {
  readonly data: unknown;
  readonly stored: WorkflowRun['stored'];
  /** What it is called where its text gives it no name. */
  readonly name: string | null;
  /** Name of its file, for places. */
  readonly file: string | null;
}

/** Longest text that is read, in UTF-16 units; a hundred thousand tasks with short prompts fit. */
const MAX_GRAPH_TEXT = 64 * 1024 * 1024;
const REMEDY = 'Correct it and start again; `agentnet graph check` names all problems.';

/** Throws `input/too-large`, or an input error with every problem of the text. */
export const graphFromText = (text: string, file: string): GraphSource => {
  if (text.length > MAX_GRAPH_TEXT) {
    throw new AgentNetError(
      'input/too-large',
      `The graph has ${text.length} characters; at most ${MAX_GRAPH_TEXT} are read.`,
      { where: { file }, kept: 'Nothing was started or changed.', remedy: 'Divide it into several graphs.' },
    );
  }
  const read = readDataText(text, file);
  if (!read.ok) throw inputError(read.problems, REMEDY);
  return { data: read.value, stored: null, name: stemOf(file), file };
};

/** What a file's name says about a graph that has none; null for a text that is in no file. */
const stemOf = (file: string): string | null =>
  file
    .split(/[\\/]/)
    .at(-1)
    ?.match(/^(.+)\.(?:ya?ml|json)$/i)?.[1] ?? null;

/** One version of a stored graph, the newest without `version`. Throws `input/unknown-graph`. */
export const graphFromStore = async (
  graphs: Pick<GraphStore, 'version' | 'versions'>,
  id: string,
  version?: number,
): Promise<GraphSource> => {
  const found = await graphs.version(id, version);
  if (!found) throw unknownGraph(id, version, (await graphs.versions(id))[0]?.version);
  const read = readDataText(found.text, found.name);
  if (!read.ok) throw inputError(read.problems, `Correct version ${found.version} of it and save that.`);
  return { data: read.value, stored: { id, version: found.version }, name: found.name, file: null };
};

/**
 * The graph that a specification of mode `workflow` names: written in it, stored, or in a file, which only a host
 * with a file before it can read.
 */
export const graphOf = async (
  graphs: Pick<GraphStore, 'version' | 'versions'>,
  { graph }: Pick<SessionSpecification, 'graph'>,
  readText?: (path: string) => Promise<string>,
): Promise<GraphSource> => {
  if (typeof graph === 'string') {
    if (readText) return graphFromText(await readText(graph), graph);
    throw new AgentNetError(
      'input/invalid',
      'graph names a file, and files are read on the command line only.',
      {
        where: { path: 'graph' },
        kept: 'Nothing was started.',
        remedy: 'Write the graph itself there, or name a stored one, like graph: {stored: ID}.',
      },
    );
  }
  const { stored, version, nodes } = graph ?? {};
  if (typeof stored === 'string' && nodes === undefined) {
    return graphFromStore(graphs, stored, typeof version === 'number' ? version : undefined);
  }
  return { data: graph, stored: null, name: null, file: null };
};
