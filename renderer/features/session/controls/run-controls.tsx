import { ChevronDown, Columns3, Rows3, Square } from 'lucide-react';
import type { Arrangement } from '../../../state/index.ts';
import { Button, IconButton, Menu, MenuItem } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PaceButtons } from './pace-buttons.tsx';
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
      <PaceButtons actions={actions} status={status} unit="turn" />
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
