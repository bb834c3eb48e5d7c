import { Ellipsis, Link } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  type Arrangement,
  type Command,
  goTo,
  hasRounds,
  hrefOf,
  useAct,
  useCommands,
} from '../../../state/index.ts';
import {
  Button,
  Confirm,
  Menu,
  MenuChoice,
  MenuHeading,
  MenuItem,
  MenuSeparator,
  plural,
} from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { CheckDialog, type CheckKind } from './check-dialog.tsx';
import { ExtendDialog } from './extend-dialog.tsx';
import type { SessionActions } from './use-session-actions.tsx';

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
