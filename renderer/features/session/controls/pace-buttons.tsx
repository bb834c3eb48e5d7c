import { ChevronDown, Pause, Play, StepForward } from 'lucide-react';
import type { SessionStatus } from '../../../../core/contract/index.ts';
import { showKeys } from '../../../state/index.ts';
import { Button, JoinedButtons, Menu, MenuItem } from '../../../ui/index.ts';
import styles from './controls.module.css';
import type { SessionActions } from './use-session-actions.tsx';

interface PaceButtonsProps {
  readonly actions: SessionActions;
  readonly status: SessionStatus;
  /** What a pause lets end first. */
  readonly unit: 'turn' | 'node';
}

/** Pause, resume and step, of a session of any mode. */
export const PaceButtons = ({ actions, status, unit }: PaceButtonsProps) => (
  <>
    {(status === 'running' || status === 'pausing') && (
      <PauseButtons actions={actions} pausing={status === 'pausing'} unit={unit} />
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
  </>
);

interface PauseButtonsProps extends Pick<PaceButtonsProps, 'actions' | 'unit'> {
  readonly pausing: boolean;
}

const PauseButtons = ({ actions, pausing, unit }: PauseButtonsProps) => (
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
