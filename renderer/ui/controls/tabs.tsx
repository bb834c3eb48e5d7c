import { Tabs as RadixTabs } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** Only the panel that is shown exists, so a costly panel costs nothing while hidden. */
export const Tabs = ({ label, tabs, value, onChange }: TabsProps) => (
  <RadixTabs.Root className={styles.root} value={value} onValueChange={onChange}>
    <RadixTabs.List className={styles.list} aria-label={label}>
      {tabs.map((tab) => (
        <RadixTabs.Trigger key={tab.id} value={tab.id} className={styles.tab}>
          {tab.label}
        </RadixTabs.Trigger>
      ))}
    </RadixTabs.List>
    {tabs.map((tab) => (
      <RadixTabs.Content key={tab.id} value={tab.id} className={styles.panel}>
        {tab.content}
      </RadixTabs.Content>
    ))}
  </RadixTabs.Root>
);
