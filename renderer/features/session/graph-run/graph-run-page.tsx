import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { GraphRunView, SessionSnapshot } from '../../../../core/contract/index.ts';
import { readGraph } from '../../../../core/graph/index.ts';
import { criticalPath } from '../../../../core/projections/index.ts';
import { layoutRows, runTree, type SessionFeed, turnsInOrder, waysTo } from '../../../state/index.ts';
import { Page, Segmented, Skeleton, useRemembered } from '../../../ui/index.ts';
import { LostFeed } from '../lost-feed.tsx';
import { SessionBasicsProvider, SessionStateProvider } from '../session-context.tsx';
import { Transcript } from '../transcript/transcript.tsx';
import { useLinkedTurn } from '../use-linked-turn.tsx';
import { useLooks } from '../use-looks.tsx';
import { useParents } from '../use-parents.tsx';
import { AttentionBar } from './attention-bar.tsx';
import { GraphRunControls } from './controls/graph-run-controls.tsx';
import { useGraphCommands } from './controls/use-graph-commands.tsx';
import { GraphChips } from './graph-chips.tsx';
import styles from './graph-run.module.css';
import { type NodeTab, RunBasicsProvider, RunStateProvider } from './graph-run-context.tsx';
import { GraphInspector } from './inspector/graph-inspector.tsx';
import { LevelList } from './list/level-list.tsx';
import { everyNode } from './list/list-rows.ts';
import { NodeList } from './list/node-list.tsx';
import { NodeAnnouncer } from './node-announcer.tsx';
import { noWishes, openGroups, toggleGroup } from './open-groups.ts';
import { RunStrip } from './run-strip.tsx';
import { asRunView, type RunViewName, runViews } from './run-views.ts';
import { TimelineView } from './timeline/timeline-view.tsx';

// The drawing board is the heaviest part, and lists are there before it.
const RunCanvas = lazy(() =>
  import('./canvas/run-canvas.tsx').then((module) => ({ default: module.RunCanvas })),
);

interface GraphRunPageProps {
  readonly feed: SessionFeed;
  readonly view: SessionSnapshot;
  readonly run: GraphRunView;
  readonly lost: unknown;
  readonly again: () => void;
  readonly taskId: string | null;
  readonly linkedNode: string | undefined;
}

/** More nodes of the file than this are drawn as levels. */
const MOST_DRAWN = 1500;
const noPins: readonly string[] = [];
const nothing = () => {};

/** A session that runs a task graph: the same canvas that it was drawn on, and what became of each node. */
export const GraphRunPage = ({ feed, view, run, lost, again, taskId, linkedNode }: GraphRunPageProps) => {
  const [shown, setShown] = useRemembered<RunViewName>('graph-run.view', 'graph', asRunView);
  const [tab, setTab] = useState<NodeTab>(taskId === null ? 'run' : 'node');
  const [filter, setFilter] = useState(everyNode);
  const [selectedId, setSelectedId] = useState(() => nodeOfTask(run, taskId));
  const [wishes, setWishes] = useState(noWishes);

  const tree = useMemo(() => runTree(run.nodes), [run.nodes]);
  const graph = useMemo(() => readGraph(run.graph).graph, [run.graph]);
  const graphNodes = useMemo(() => new Map(graph.nodes.map((node) => [node.id, node])), [graph]);
  const ended = view.ended !== null;
  const critical = useMemo(
    () => (ended ? criticalPath(run.nodes, view.last_at) : null),
    [ended, run.nodes, view.last_at],
  );
  const looks = useLooks(view);
  const open = useStableSet(openGroups(tree, wishes));

  const now = useRef({ tree, open });
  now.current = { tree, open };
  const select = useCallback((id: string | null, inspect?: NodeTab) => {
    setSelectedId(id);
    if (inspect !== undefined) setTab(inspect);
    else if (id !== null) setTab((before) => (before === 'run' ? 'node' : before));
    // What stands inside of something must be opened to be seen.
    for (const around of id === null ? [] : waysTo(now.current.tree, id)) {
      if (!now.current.open.has(around.id)) setWishes((before) => toggleGroup(before, around.id, false));
    }
  }, []);
  const toggle = useCallback((id: string) => {
    if (!now.current.tree.children.has(id)) return;
    const isOpen = now.current.open.has(id);
    setWishes((before) => toggleGroup(before, id, isOpen));
  }, []);
  const follow = useCallback(
    (task: string) => {
      const node = nodeOfTask({ nodes: [...now.current.tree.byId.values()] }, task);
      if (node !== null) select(node, 'node');
    },
    [select],
  );
  useLinkedTurn(taskId, follow);
  useEffect(() => {
    if (linkedNode !== undefined && now.current.tree.byId.has(linkedNode)) select(linkedNode, 'node');
  }, [linkedNode, select]);
  const stands = view.status !== 'running' && view.status !== 'pausing';
  const basics = useMemo(
    () => ({ graph, graphNodes, select, stands, toggle }),
    [graph, graphNodes, select, stands, toggle],
  );
  const selected = selectedId === null ? undefined : tree.byId.get(selectedId);
  const state = useMemo(
    () => ({ run, tree, selected, open, critical }),
    [run, tree, selected, open, critical],
  );
  const isTranscript = shown === 'transcript';
  const rows = useMemo(() => (isTranscript ? layoutRows(view, 'chat') : []), [isTranscript, view]);
  const places = useMemo(() => turnsInOrder(rows), [rows]);
  const selectTask = useCallback(
    (key: string | null) => {
      const node = nodeOfTask(run, key);
      if (node !== null) select(node, 'node');
    },
    [run, select],
  );
  const nodeTitle = useCallback((node: string) => now.current.tree.byId.get(node)?.title ?? node, []);
  const sessionBasics = useMemo(
    () => ({ id: view.id, feed, looks, pins: noPins, togglePin: nothing, nodeTitle }),
    [view.id, feed, looks, nodeTitle],
  );
  const sessionState = useMemo(
    () => ({
      view,
      rows,
      places,
      arrangement: 'chat' as const,
      selected: places.find(({ key }) => key === selected?.task_id),
      select: selectTask,
    }),
    [view, rows, places, selected?.task_id, selectTask],
  );

  return (
    <SessionBasicsProvider value={sessionBasics}>
      <SessionStateProvider value={sessionState}>
        <RunBasicsProvider value={basics}>
          <RunStateProvider value={state}>
            <Page
              title={view.specification.name}
              parents={useParents(view)}
              chips={<GraphChips />}
              actions={<GraphRunControls />}
              inspector={<GraphInspector tab={tab} onTab={setTab} />}
            >
              <Commands shown={shown} onShown={setShown} onTab={setTab} />
              <LostFeed lost={lost} again={again} />
              <div className={styles.bar}>
                <Segmented
                  label="View of the run"
                  value={shown}
                  options={runViews.map(({ name, word }) => ({ value: name, label: word }))}
                  onChange={(value) => setShown(asRunView(value) ?? 'graph')}
                />
              </div>
              <AttentionBar />
              <div className={styles.body}>
                {shown === 'graph' &&
                  (tree.roots.length > MOST_DRAWN ? (
                    <LevelList />
                  ) : (
                    <Suspense fallback={<Skeleton lines={5} label="Loading the canvas" />}>
                      <RunCanvas />
                    </Suspense>
                  ))}
                {shown === 'timeline' && <TimelineView />}
                {shown === 'list' && <NodeList filter={filter} onFilter={setFilter} />}
                {isTranscript && <Transcript initialKey={selected?.task_id ?? null} onHandle={nothing} />}
              </div>
              <RunStrip />
              <NodeAnnouncer />
            </Page>
          </RunStateProvider>
        </RunBasicsProvider>
      </SessionStateProvider>
    </SessionBasicsProvider>
  );
};

/** The same set while it holds the same, so that nothing is laid out again for it. */
const useStableSet = (ids: readonly string[]): ReadonlySet<string> => {
  const key = ids.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is in it
  return useMemo(() => new Set(ids), [key]);
};

const nodeOfTask = ({ nodes }: Pick<GraphRunView, 'nodes'>, taskId: string | null): string | null =>
  taskId === null ? null : (nodes.find(({ task_id }) => task_id === taskId)?.id ?? null);

interface CommandsProps {
  readonly shown: RunViewName;
  readonly onShown: (view: RunViewName) => void;
  readonly onTab: (tab: NodeTab) => void;
}

/** Stands inside of the providers, which the commands read. */
const Commands = ({ shown, onShown, onTab }: CommandsProps) => {
  useGraphCommands({ view: shown, showView: onShown, showTab: onTab });
  return null;
};
