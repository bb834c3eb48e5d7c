import { AgentNetError, type CoreApi } from '../contract/index.ts';
import { checkGraphText } from './check-graph-text.ts';
import type { CoreContext } from './core-context.ts';
import { readGraphTemplates } from './graph-templates.ts';
import { unknownGraph } from './unknown-graph.ts';

type GraphProcedures = Pick<CoreApi, Extract<keyof CoreApi, `graphs.${string}`>>;

/** Longest text that is stored, in UTF-16 units: ten thousand tasks with prompts of some sentences each. */
const MAX_STORED_TEXT = 8 * 1024 * 1024;
const NO_FIGURES = { nodes: 0, errors: 0 };
const GRAPH_ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Stored graphs. What is broken is kept as well: an editor has to open it again. */
export const graphProcedures = (context: CoreContext): GraphProcedures => {
  const { agents, effects, store } = context;
  const { graphs } = store;
  const figuresOf = async (text: string, name: string) => {
    const { problems, graph } = await checkGraphText(agents, text, name);
    const nodes = graph?.['nodes'];
    return {
      nodes: Array.isArray(nodes) ? nodes.length : 0,
      errors: problems.filter(({ severity }) => severity === 'error').length,
    };
  };
  return {
    'graphs.check': ({ text, file = 'graph.json' }) => checkGraphText(agents, text, file),
    'graphs.templates': async () => ({ items: [...readGraphTemplates(context.packageRoot)] }),
    'graphs.list': async ({ query = '' }) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const items = await graphs.list();
      const found = ({ id, name }: { id: string; name: string }) =>
        words.every((word) => id.startsWith(word) || name.toLowerCase().includes(word));
      return { items: items.filter(found) };
    },
    'graphs.get': async ({ id, version }) => {
      const number = version === undefined ? undefined : Number(version);
      const [graph, versions, draft] = await Promise.all([
        graphs.version(id, number),
        graphs.versions(id),
        graphs.draft(id),
      ]);
      if (!graph && (number !== undefined || !draft)) throw unknownGraph(id, number, versions.at(0)?.version);
      return { graph: graph ?? null, versions: [...versions], draft: draft ?? null };
    },
    'graphs.save': async ({ id = effects.ids.uuid(), name, text, note = '', base_version: baseVersion }) => {
      refuseUnfit(text);
      const figures = await figuresOf(text, name);
      return graphs.save({
        id: idOf(id),
        name,
        text,
        note,
        ...figures,
        baseVersion,
        at: effects.clock.now(),
      });
    },
    'graphs.draft': async ({ id, ...draft }) => {
      refuseUnfit(draft.text);
      // Drafts come every second; a list shows figures only of those that have no version yet.
      const figures = draft.base_version === 0 ? await figuresOf(draft.text, draft.name) : NO_FIGURES;
      return graphs.putDraft({ id: idOf(id), ...draft, ...figures, at: effects.clock.now() });
    },
    'graphs.discard-draft': async ({ id }) => ({ discarded: await graphs.discardDraft(id) }),
    'graphs.delete': async ({ id }) => {
      if (await graphs.delete(id, effects.clock.now())) return { deleted: true };
      throw unknownGraph(id);
    },
  };
};

/** An id that may be new; a screen makes one for the drafts of a graph that was never saved. */
const idOf = (id: string): string => {
  if (GRAPH_ID.test(id)) return id;
  throw new AgentNetError(
    'input/invalid',
    `${JSON.stringify(id.slice(0, 80))} cannot be the id of a graph.`,
    {
      where: { path: 'id' },
      kept: 'Nothing was stored.',
      remedy: 'Use letters, digits, "-" and "_", at most 64, or leave it out.',
    },
  );
};

const refuseUnfit = (text: string): void => {
  if (text.length > MAX_STORED_TEXT) {
    throw new AgentNetError(
      'input/too-large',
      `The text of the graph has ${text.length} characters; at most ${MAX_STORED_TEXT} are stored.`,
      { kept: 'Nothing was stored.', remedy: 'Divide it into several graphs, or run it from its file.' },
    );
  }
  if (text.includes('\u0000') || !text.isWellFormed()) {
    throw new AgentNetError('input/invalid', 'The text of the graph holds signs that cannot be stored.', {
      kept: 'Nothing was stored.',
      remedy: 'Take NUL bytes and halves of surrogate pairs out of it.',
    });
  }
};
