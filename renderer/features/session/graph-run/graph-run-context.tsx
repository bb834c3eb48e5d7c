import { createContext, useContext } from 'react';
import type { GraphRunView, NodeRun } from '../../../../core/contract/index.ts';
import type { Graph, GraphNode } from '../../../../core/graph/index.ts';
import type { CriticalPath } from '../../../../core/projections/index.ts';
import type { RunTree } from '../../../state/index.ts';

export type NodeTab = 'run' | 'node' | 'input' | 'events';

/** What every node on the screen needs; the same object while the run goes on. */
interface RunBasics {
  /** The graph as it runs, as the canvas and the editor know it. */
  readonly graph: Graph;
  readonly graphNodes: ReadonlyMap<string, GraphNode>;
  /** Selects a node; with a tab, its inspector is shown. */
  readonly select: (id: string | null, tab?: NodeTab) => void;
  /** True while nobody runs the session: its clocks stand. */
  readonly stands: boolean;
  /** Opens or closes what was added to a node. */
  readonly toggle: (id: string) => void;
}

/** What changes with the events. */
interface RunState {
  readonly run: GraphRunView;
  readonly tree: RunTree;
  readonly selected: NodeRun | undefined;
  readonly open: ReadonlySet<string>;
  /** Once nothing runs any more. */
  readonly critical: CriticalPath | null;
}

const BasicsContext = createContext<RunBasics | null>(null);
const StateContext = createContext<RunState | null>(null);

export const RunBasicsProvider = BasicsContext;
export const RunStateProvider = StateContext;

const inside = <T,>(value: T | null): T => {
  if (value === null) throw new Error('a part of the graph run stands outside of its screen');
  return value;
};

export const useRunBasics = (): RunBasics => inside(useContext(BasicsContext));
export const useGraphRun = (): RunState => inside(useContext(StateContext));
