import { useMemo } from 'react';
import { type Command, useCommands } from '../../../../state/index.ts';
import { useSessionActions } from '../../controls/use-session-actions.tsx';
import { useSession } from '../../session-context.tsx';
import { type NodeTab, useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import { everyNode, listRows } from '../list/list-rows.ts';
import { type RunViewName, runViews } from '../run-views.ts';
import { useGraphActions } from './use-graph-actions.tsx';

interface ScreenParts {
  readonly view: RunViewName;
  readonly showView: (view: RunViewName) => void;
  readonly showTab: (tab: NodeTab) => void;
}

/** Everything of a graph run by name and key. */
export const useGraphCommands = ({ view: shown, showView, showTab }: ScreenParts): void => {
  const { id, view } = useSession();
  const { run, tree, open, selected } = useGraphRun();
  const { select, toggle } = useRunBasics();
  const actions = useSessionActions(id);
  const graphActions = useGraphActions();
  const { status } = view;
  const goes = status === 'running' || status === 'pausing';
  const { nodes } = run;
  const waiting = nodes.find((node) => node.status === 'awaiting')?.id;
  const failed = nodes.find((node) => node.status === 'failed')?.id;
  const selectedId = selected?.id;
  const isOpen = selected !== undefined && selected.ended_at === null;
  const isRoot = selected?.parent === null;
  const commands = useMemo((): readonly Command[] => {
    const group = 'Run';
    const move = (step: 1 | -1) => () => {
      const rows = listRows(nodes, tree, open, everyNode);
      const place = rows.findIndex(({ node }) => node.id === selectedId);
      const next = rows[place < 0 ? 0 : place + step];
      if (next !== undefined) select(next.node.id);
    };
    const ofSelected = (title: string, run: (node: string) => void, enabled = true) => ({
      title,
      group: 'Node',
      enabled: selectedId !== undefined && enabled,
      run: () => selectedId !== undefined && run(selectedId),
    });
    return [
      {
        id: 'run-pause',
        title: 'Pause after running nodes',
        group,
        keys: 'Space',
        enabled: goes,
        run: () => actions.pause('after-turn'),
      },
      {
        id: 'run-pause-now',
        title: 'Pause now',
        group,
        keys: 'Shift+Space',
        enabled: goes,
        run: () => actions.pause('now'),
      },
      {
        id: 'run-resume',
        title: 'Resume',
        group,
        keys: 'Space',
        enabled: status === 'paused' || status === 'interrupted',
        run: actions.resume,
      },
      {
        id: 'run-step',
        title: 'Step one node',
        group,
        keys: 's',
        enabled: status === 'paused',
        run: actions.step,
      },
      {
        id: 'run-stop',
        title: 'Stop the run',
        group,
        enabled: goes || status === 'paused',
        run: () => actions.stop(false),
      },
      {
        id: 'run-again',
        title: 'Run again',
        group,
        enabled: status === 'ended',
        run: () => void graphActions.runAgain({ kind: 'all' }),
      },
      {
        id: 'run-rest',
        title: 'Run what changed, failed or is missing',
        group,
        enabled: status === 'ended',
        run: () => void graphActions.runAgain({ kind: 'rest' }),
      },
      {
        id: 'run-next-view',
        title: 'Next view of the run',
        group,
        keys: 'v',
        run: () => showView(nextView(shown)),
      },
      ...runViews.map(({ name, word }) => ({
        id: `run-view-${name}`,
        title: `Show the ${word.toLowerCase()}`,
        group,
        run: () => showView(name),
      })),
      { id: 'node-next', title: 'Next node', group: 'Node', keys: 'j', run: move(1) },
      { id: 'node-previous', title: 'Previous node', group: 'Node', keys: 'k', run: move(-1) },
      {
        id: 'node-waiting',
        title: 'Go to the node that waits for you',
        group: 'Node',
        keys: 'w',
        enabled: waiting !== undefined,
        run: () => waiting !== undefined && select(waiting, 'node'),
      },
      {
        id: 'node-failed',
        title: 'Go to the first node that failed',
        group: 'Node',
        enabled: failed !== undefined,
        run: () => failed !== undefined && select(failed, 'node'),
      },
      { id: 'node-open', keys: 'x', ...ofSelected('Open or fold what was added to the node', toggle) },
      {
        id: 'node-skip',
        ...ofSelected('Skip the selected node', graphActions.skip, isOpen && status !== 'ended'),
      },
      {
        id: 'node-run-from',
        ...ofSelected(
          'Run from the selected node',
          (node) => void graphActions.runAgain({ kind: 'from', node }),
          status === 'ended' && isRoot,
        ),
      },
      {
        id: 'node-run-only',
        ...ofSelected(
          'Run only the selected node',
          (node) => void graphActions.runAgain({ kind: 'only', node }),
          status === 'ended' && isRoot,
        ),
      },
      ...(['run', 'node', 'input', 'events'] as const).map((tab, index) => ({
        id: `tab-${tab}`,
        title: `Inspector: ${tab}`,
        group: 'Inspector',
        keys: String(index + 1),
        run: () => showTab(tab),
      })),
    ];
  }, [
    nodes,
    tree,
    open,
    selectedId,
    isOpen,
    isRoot,
    waiting,
    failed,
    status,
    goes,
    shown,
    actions,
    graphActions,
    select,
    toggle,
    showView,
    showTab,
  ]);
  useCommands(commands);
};

const nextView = (shown: RunViewName): RunViewName => {
  const place = runViews.findIndex(({ name }) => name === shown);
  return runViews[(place + 1) % runViews.length]?.name ?? 'graph';
};
