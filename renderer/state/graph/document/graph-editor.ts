import { createStore } from 'zustand/vanilla';
import { diffOf, type Graph } from '../../../../core/graph/index.ts';
import type { Places } from '../layout/layout-graph.ts';
import { type GraphSource, readSource, type TextFault } from '../text/graph-source.ts';
import { emptyHistory, type GraphHistory, graphAt, withStep } from './graph-history.ts';
import { graphIn, withGraphIn } from './scope.ts';

export interface EditorState {
  /** The whole file. */
  readonly graph: Graph;
  readonly name: string;
  /** Names of the graphs that were entered; the last one is shown, none: the file's own. */
  readonly scope: readonly string[];
  readonly selection: ReadonlySet<string>;
  readonly wires: ReadonlySet<string>;
  readonly history: GraphHistory;
  /** Counts up with every change of name, graph or text. */
  readonly revision: number;
  /** Where the text cannot be read; the graph is then the last one that could be. */
  readonly fault: TextFault | null;
  /** Places of nodes that have none in the file. */
  readonly found: Places;
  /** The last thing done, for those who do not see it; a new object each time. */
  readonly said: { readonly sentence: string };
}

interface EditOptions {
  /** Edits of the same burst in quick succession are one step. */
  readonly burst?: string;
  /** What is selected afterwards. */
  readonly select?: readonly string[];
  /** True where the change is told the whole file. */
  readonly whole?: boolean;
}

export type GraphEditor = ReturnType<typeof createGraphEditor>;

const none: ReadonlySet<string> = new Set();

/** The graph being edited, with its text, what is selected and what was done. `now` gives milliseconds. */
export const createGraphEditor = (name: string, text: string, now: () => number) => {
  const reading = readSource(text);
  let source: GraphSource | null = reading.ok ? reading.source : null;
  let broken = reading.ok ? null : text;
  const store = createStore<EditorState>(() => ({
    graph: reading.ok ? reading.graph : readEmpty(),
    name,
    scope: [],
    selection: none,
    wires: none,
    history: emptyHistory,
    revision: 0,
    fault: reading.ok ? null : reading.fault,
    found: new Map(),
    said: { sentence: '' },
  }));
  const get = store.getState;

  const edit = (label: string, change: (graph: Graph) => Graph, options: EditOptions = {}): void => {
    const { graph: before, scope, history, selection, revision } = get();
    if (get().fault !== null) return;
    const changed = options.whole
      ? change(before)
      : withGraphIn(before, scope, change(graphIn(before, scope)));
    const diff = diffOf(before, changed);
    if (Object.keys(diff).length === 0) return;
    const shown = graphIn(changed, scope);
    const step = { label, at: now(), burst: options.burst ?? null, diff, scope };
    store.setState({
      graph: changed,
      history: withStep(history, step),
      revision: revision + 1,
      selection: options.select === undefined ? stillThere(selection, shown) : new Set(options.select),
      wires: none,
      said: { sentence: options.burst === undefined ? label : '' },
    });
  };

  /** Back or on to the state after so many steps. */
  const goTo = (target: number): void => {
    const { history, graph, revision, scope, selection } = get();
    if (target === history.done || target < 0 || target > history.steps.length) return;
    const back = target < history.done;
    const step = history.steps[back ? target : target - 1];
    const next = graphAt(history, graph, target);
    const there = scopeThatIs(next, step?.scope ?? scope);
    store.setState({
      graph: next,
      history: { ...history, done: target },
      revision: revision + 1,
      scope: there,
      selection: stillThere(selection, graphIn(next, there)),
      wires: none,
      said: { sentence: `${back ? 'Undone' : 'Done again'}: ${step?.label ?? ''}` },
    });
  };

  return {
    ...store,
    edit,
    goTo,
    undo: () => goTo(get().history.done - 1),
    redo: () => goTo(get().history.done + 1),
    select: (nodes: Iterable<string>, wires: Iterable<string> = []) =>
      store.setState({ selection: new Set(nodes), wires: new Set(wires) }),
    enter: (graph: string) => {
      if (!Object.hasOwn(get().graph.graphs, graph)) return;
      store.setState({
        scope: [...get().scope, graph],
        selection: none,
        wires: none,
        said: { sentence: `Inside of ${graph}` },
      });
    },
    /** Out to so many entered graphs; 0 is the whole file. */
    leaveTo: (depth: number) =>
      store.setState({ scope: get().scope.slice(0, depth), selection: none, wires: none }),
    rename: (next: string) => store.setState({ name: next, revision: get().revision + 1 }),
    setFound: (found: Places) => store.setState({ found }),
    say: (sentence: string) => store.setState({ said: { sentence } }),
    /** The text as it would be saved. */
    text: (): string => broken ?? source?.write(get().graph) ?? '',
    format: () => source?.format ?? 'yaml',
    /** A text typed by hand; while it cannot be read the graph stays as it was. */
    setText: (next: string, label = 'Edit the text'): void => {
      const again = readSource(next);
      const { graph: before, history, revision, scope, selection } = get();
      if (!again.ok) {
        broken = next;
        store.setState({ fault: again.fault, revision: revision + 1 });
        return;
      }
      broken = null;
      source = again.source;
      const there = scopeThatIs(again.graph, scope);
      const diff = diffOf(before, again.graph);
      const step = { label, at: now(), burst: 'text', diff, scope: there };
      store.setState({
        graph: again.graph,
        // A comment is no step: the graph is the same.
        history: Object.keys(diff).length === 0 ? history : withStep(history, step),
        revision: revision + 1,
        fault: null,
        scope: there,
        selection: stillThere(selection, graphIn(again.graph, there)),
      });
    },
    /** Another text in place of all, with nothing to take back: what was loaded. */
    load: (nextName: string, next: string): void => {
      const again = readSource(next);
      source = again.ok ? again.source : source;
      broken = again.ok ? null : next;
      store.setState({
        name: nextName,
        graph: again.ok ? again.graph : get().graph,
        fault: again.ok ? null : again.fault,
        history: emptyHistory,
        scope: [],
        selection: none,
        wires: none,
        revision: get().revision + 1,
      });
    },
  };
};

const readEmpty = (): Graph => ({ name: null, nodes: [], inputs: {}, graphs: {}, output: null, extra: {} });

const stillThere = (selection: ReadonlySet<string>, { nodes }: Graph): ReadonlySet<string> => {
  if (selection.size === 0) return selection;
  const ids = new Set(nodes.map(({ id }) => id));
  const kept = [...selection].filter((id) => ids.has(id));
  return kept.length === selection.size ? selection : new Set(kept);
};

const scopeThatIs = (graph: Graph, scope: readonly string[]): readonly string[] => {
  const gone = scope.findIndex((name) => !Object.hasOwn(graph.graphs, name));
  return gone < 0 ? scope : scope.slice(0, gone);
};
