import { type ReactNode, useCallback } from 'react';
import { useAct, useWorkspaceStore } from '../../state/index.ts';
import styles from './settings.module.css';

interface BlockProps {
  readonly title: string;
  readonly says: string;
  readonly children: ReactNode;
}

/** A part of the settings: what it is about on the left, what can be changed on the right. */
export const Block = ({ title, says, children }: BlockProps) => (
  <section className={styles.block} aria-label={title} id={`settings-${title.toLowerCase()}`}>
    <div>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.says}>{says}</p>
    </div>
    <div className={styles.content}>{children}</div>
  </section>
);

/** Changes settings and says so; what is shown comes back from the core. */
export const useChange = () => {
  const workspace = useWorkspaceStore();
  const act = useAct();
  return useCallback(
    (change: Parameters<typeof workspace.changeSettings>[0], done?: string) =>
      void act(() => workspace.changeSettings(change), done),
    [workspace, act],
  );
};
