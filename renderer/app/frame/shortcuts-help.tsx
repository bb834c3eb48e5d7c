import { useMemo } from 'react';
import { useStore } from 'zustand';
import { type Command, showKeys, useCommandStore } from '../../state/index.ts';
import { Dialog, KeyHint } from '../../ui/index.ts';
import styles from './frame.module.css';
import { isMac } from './platform.tsx';

interface ShortcutsHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All keys that mean something on the screen behind it. */
export const ShortcutsHelp = ({ open, onClose }: ShortcutsHelpProps) => {
  const commands = useStore(useCommandStore(), (state) => state.commands);
  const groups = useMemo(() => {
    const byGroup = new Map<string, Command[]>();
    for (const command of commands) {
      if (command.keys === undefined) continue;
      byGroup.set(command.group, [...(byGroup.get(command.group) ?? []), command]);
    }
    return [...byGroup.entries()];
  }, [commands]);
  return (
    <Dialog open={open} onClose={onClose} title="Keyboard shortcuts" wide>
      <div className={styles.shortcuts}>
        {groups.map(([group, some]) => (
          <section key={group} className={styles.shortcutGroup}>
            <h3>{group}</h3>
            <ul>
              {some.map((command) => (
                <li key={command.id} className={styles.shortcut}>
                  {command.title}
                  <span className="visually-hidden">: {showKeys(command.keys ?? '', isMac)}</span>
                  <KeyHint keys={showKeys(command.keys ?? '', isMac)} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
};
