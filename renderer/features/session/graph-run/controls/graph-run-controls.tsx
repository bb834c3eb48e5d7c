import { ChevronDown, RotateCcw, Square } from 'lucide-react';
import { Button, JoinedButtons, Menu, MenuItem } from '../../../../ui/index.ts';
import { MoreMenu } from '../../controls/more-menu.tsx';
import { PaceButtons } from '../../controls/pace-buttons.tsx';
import { useSessionActions } from '../../controls/use-session-actions.tsx';
import { useSession } from '../../session-context.tsx';
import { useGraphRun } from '../graph-run-context.tsx';
import { useGraphActions } from './use-graph-actions.tsx';

/** Pause, resume, step, stop; after the end: run again. */
export const GraphRunControls = () => {
  const { id, view } = useSession();
  const actions = useSessionActions(id);
  const { status } = view;
  return (
    <>
      <PaceButtons actions={actions} status={status} unit="node" />
      {status !== 'ended' && status !== 'interrupted' && (
        <Button
          icon={<Square size={12} aria-hidden="true" />}
          title="Ends the run; everything that was made is kept"
          onClick={() => actions.stop(false)}
        >
          Stop
        </Button>
      )}
      {status === 'ended' && <RunAgainMenu />}
      <MoreMenu actions={actions} />
    </>
  );
};

const RunAgainMenu = () => {
  const { run, selected } = useGraphRun();
  const { runAgain } = useGraphActions();
  const isWhole = run.nodes.every(({ status }) => status === 'done' || status === 'skipped');
  const main = isWhole ? 'all' : 'rest';
  const node = selected?.parent === null ? selected : undefined;
  return (
    <JoinedButtons>
      <Button
        variant="primary"
        icon={<RotateCcw size={13} aria-hidden="true" />}
        title={isWhole ? 'Every node, in a new run' : 'A new run: what is done is taken from this one'}
        onClick={() => void runAgain({ kind: main })}
      >
        {isWhole ? 'Run again' : 'Run the rest'}
      </Button>
      <Menu
        trigger={
          <Button variant="primary" aria-label="Ways to run again">
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem
          label="Run again"
          note="Every node, in a new run"
          onSelect={() => void runAgain({ kind: 'all' })}
        />
        <MenuItem
          label="Run what changed, failed or is missing"
          note="Outputs of this run are taken where nothing changed"
          onSelect={() => void runAgain({ kind: 'rest' })}
        />
        <MenuItem
          label={node === undefined ? 'Run from the selected node' : `Run from “${node.title}”`}
          note="What comes before is taken from this run"
          disabled={node === undefined}
          onSelect={() => node && void runAgain({ kind: 'from', node: node.id })}
        />
        <MenuItem
          label={node === undefined ? 'Run only the selected node' : `Run only “${node.title}”`}
          note="What it needs is taken from this run"
          disabled={node === undefined}
          onSelect={() => node && void runAgain({ kind: 'only', node: node.id })}
        />
      </Menu>
    </JoinedButtons>
  );
};
