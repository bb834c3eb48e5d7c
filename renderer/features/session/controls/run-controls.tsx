import { ChevronDown, Columns3, Ellipsis, Link, Pause, Play, Rows3, Square, StepForward } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  type Arrangement,
  type Command,
  goTo,
  hasRounds,
  hrefOf,
  showKeys,
  useAct,
  useCommands,
} from '../../../state/index.ts';
import {
  Button,
  Confirm,
  IconButton,
  JoinedButtons,
  Menu,
  MenuChoice,
  MenuHeading,
  MenuItem,
  MenuSeparator,
  plural,
} from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { CheckDialog, type CheckKind } from './check-dialog.tsx';
import styles from './controls.module.css';
import { ExtendDialog } from './extend-dialog.tsx';
import { type SessionActions, useSessionActions } from './use-session-actions.tsx';

interface RunControlsProps {
  readonly arrangement: Arrangement;
  readonly onArrangement: (arrangement: Arrangement) => void;
}

export const RunControls = ({ arrangement, onArrangement }: RunControlsProps) => {
  const { id, view } = useSession();
  const actions = useSessionActions(id);
  const { status } = view;
  return (
    <>
      {(status === 'running' || status === 'pausing') && (
        <PauseButtons actions={actions} pausing={status === 'pausing'} />
      )}
      {(status === 'paused' || status === 'interrupted') && (
        <Button
          variant="primary"
          className={styles.keyed}
          icon={<Play size={13} aria-hidden="true" />}
          keys="Space"
          onClick={actions.resume}
        >
          Resume
        </Button>
      )}
      {status === 'paused' && (
        <Button
          className={styles.keyed}
          icon={<StepForward size={13} aria-hidden="true" />}
          keys="s"
          onClick={actions.step}
        >
          Step
        </Button>
      )}
      {status !== 'ended' && status !== 'interrupted' && <StopMenu actions={actions} />}
      <IconButton
        label={arrangement === 'chat' ? 'Show in lanes' : 'Show as chat'}
        keys="v"
        icon={
          arrangement === 'chat' ? (
            <Columns3 size={16} aria-hidden="true" />
          ) : (
            <Rows3 size={16} aria-hidden="true" />
          )
        }
        onClick={() => onArrangement(arrangement === 'chat' ? 'lanes' : 'chat')}
      />
      <MoreMenu actions={actions} arrangement={arrangement} onArrangement={onArrangement} />
    </>
  );
};

interface PauseButtonsProps {
  readonly actions: SessionActions;
  readonly pausing: boolean;
  /** What is finished first. */
  readonly unit?: 'turn' | 'node';
}

export const PauseButtons = ({ actions, pausing, unit = 'turn' }: PauseButtonsProps) => (
  <JoinedButtons>
    <Button
      className={styles.keyed}
      icon={<Pause size={13} aria-hidden="true" />}
      keys={pausing ? 'Shift Space' : 'Space'}
      onClick={() => actions.pause(pausing ? 'now' : 'after-turn')}
    >
      {pausing ? 'Pause now' : unit === 'turn' ? 'Pause after turn' : 'Pause'}
    </Button>
    <Menu
      trigger={
        <Button aria-label="Ways to pause">
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <MenuItem
        label={`Pause after this ${unit}`}
        note={`Running ${unit}s end first`}
        keys="Space"
        onSelect={() => actions.pause('after-turn')}
      />
      <MenuItem
        label="Pause now"
        note={`Running ${unit}s are given up; what was said is kept`}
        keys={showKeys('Shift+Space', false)}
        onSelect={() => actions.pause('now')}
      />
    </Menu>
  </JoinedButtons>
);

const StopMenu = ({ actions }: { readonly actions: SessionActions }) => (
  <Menu
    trigger={
      <Button icon={<Square size={12} aria-hidden="true" />}>
        Stop
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
    }
  >
    <MenuItem
      label="Stop with a summary"
      note="The synthesizer sums up what there is"
      onSelect={() => actions.stop(true)}
    />
    <MenuItem
      label="Stop without a summary"
      note="Ends at once; finished turns are kept"
      onSelect={() => actions.stop(false)}
    />
  </Menu>
);

interface MoreMenuProps {
  readonly actions: SessionActions;
  /** Absent where the transcript is not what is looked at. */
  readonly arrangement?: Arrangement;
  readonly onArrangement?: (arrangement: Arrangement) => void;
}

export const MoreMenu = ({ actions, arrangement, onArrangement }: MoreMenuProps) => {
  const { id, view } = useSession();
  const act = useAct();
  const [deleting, setDeleting] = useState(false);
  const [extending, setExtending] = useState(false);
  const [check, setCheck] = useState<CheckKind | null>(null);
  const open = view.status !== 'ended';
  const { mode } = view.specification;
  const extendable = open && hasRounds(mode);
  // A task graph begins where graphs are drawn.
  const alike = mode !== 'workflow';
  const deletable = !open || view.status === 'interrupted';
  const speakers = view.rounds.at(-1)?.speakers ?? [];
  const address = `${location.origin}${location.pathname}${hrefOf({ screen: 'session', id, taskId: null })}`;
  const copyLink = () => void act(() => navigator.clipboard.writeText(address), 'Link copied');
  const startAlike = () => goTo({ screen: 'new-session', start: { kind: 'session', id } });
  const group = 'Session';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address and the screen follow from the id
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'session-extend',
        title: 'Extend rounds',
        group,
        enabled: extendable,
        run: () => setExtending(true),
      },
      { id: 'session-copy-link', title: 'Copy link to this session', group, run: copyLink },
      { id: 'session-alike', title: 'New session like this', group, enabled: alike, run: startAlike },
      { id: 'session-verify', title: 'Verify the log', group, run: () => setCheck('verify') },
      {
        id: 'session-replay',
        title: 'Replay without calls',
        group,
        enabled: !open,
        run: () => setCheck('replay'),
      },
      {
        id: 'session-delete',
        title: 'Delete session',
        group,
        enabled: deletable,
        run: () => setDeleting(true),
      },
    ],
    [id, open, extendable, alike, deletable],
  );
  useCommands(commands);
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" aria-label="More">
            <Ellipsis size={16} aria-hidden="true" />
          </Button>
        }
      >
        {arrangement !== undefined && (
          <>
            <MenuChoice
              label="Show as"
              value={arrangement}
              options={[
                { value: 'chat', label: 'Chat' },
                { value: 'lanes', label: 'Lanes', note: 'One column for each agent' },
              ]}
              onChange={(value) => onArrangement?.(value === 'lanes' ? 'lanes' : 'chat')}
            />
            <MenuSeparator />
          </>
        )}
        {extendable && (
          <>
            <MenuItem label="Extend rounds" onSelect={() => setExtending(true)} />
            {speakers.length > 0 && <MenuHeading>Pass over in this round</MenuHeading>}
            {speakers.map((speaker) => (
              <MenuItem key={speaker} label={`Skip ${speaker}`} onSelect={() => actions.skip(speaker)} />
            ))}
            <MenuSeparator />
          </>
        )}
        <MenuItem label="Copy link" icon={<Link size={14} aria-hidden="true" />} onSelect={copyLink} />
        {alike && <MenuItem label="New session like this" onSelect={startAlike} />}
        <MenuItem
          label="Verify the log"
          note="Checks the hash of every event"
          onSelect={() => setCheck('verify')}
        />
        <MenuItem
          label="Replay without calls"
          note="Runs the recorded inputs again and compares"
          disabled={open}
          onSelect={() => setCheck('replay')}
        />
        <MenuSeparator />
        <MenuItem
          label="Delete session"
          {...(deletable ? {} : { note: 'Stop it first' })}
          danger={deletable}
          disabled={!deletable}
          onSelect={() => setDeleting(true)}
        />
      </Menu>
      <ExtendDialog
        open={extending}
        onClose={() => setExtending(false)}
        onExtend={actions.extend}
        maxRounds={view.max_rounds}
      />
      <CheckDialog kind={check} actions={actions} onClose={() => setCheck(null)} />
      <Confirm
        open={deleting}
        title="Delete this session?"
        text={
          <p>
            “{view.specification.name}” with its {plural(view.turns.length, 'turn')} and{' '}
            {plural(view.last_seq, 'event')} is deleted from this machine, from the search too, and cannot be
            brought back. Other sessions are not touched.
          </p>
        }
        confirm="Delete session"
        onConfirm={() => void actions.remove()}
        onClose={() => setDeleting(false)}
      />
    </>
  );
};
