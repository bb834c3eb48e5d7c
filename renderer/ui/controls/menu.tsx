import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { KeyHint } from './key-hint.tsx';
import styles from './menu.module.css';

interface MenuProps {
  /** One focusable element. */
  readonly trigger: ReactNode;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

// Not modal: the modal kind locks scrolling through an inline style sheet, which the page's policy forbids.
export const Menu = ({ trigger, align = 'end', children }: MenuProps) => (
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content className={styles.content} align={align} sideOffset={4} collisionPadding={8}>
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);

interface MenuItemProps {
  readonly label: string;
  readonly note?: string;
  readonly icon?: ReactNode;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

export const MenuItem = ({ label, note, icon, keys, danger, disabled, onSelect }: MenuItemProps) => (
  <DropdownMenu.Item
    className={classNames(styles.item, danger && styles.danger)}
    disabled={disabled ?? false}
    onSelect={onSelect}
  >
    {icon}
    <span className={styles.label}>
      {label}
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </span>
    {keys !== undefined && <KeyHint keys={keys} />}
  </DropdownMenu.Item>
);

interface MenuChoiceProps {
  readonly label?: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
  readonly onChange: (value: string) => void;
}

/** One of several, with a check beside the one in force. */
export const MenuChoice = ({ label, value, options, onChange }: MenuChoiceProps) => (
  <>
    {label !== undefined && <DropdownMenu.Label className={styles.heading}>{label}</DropdownMenu.Label>}
    <DropdownMenu.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={styles.item}>
          <span className={styles.mark}>
            <DropdownMenu.ItemIndicator>
              <Check size={14} aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className={styles.label}>
            {option.label}
            {option.note !== undefined && <span className={styles.note}>{option.note}</span>}
          </span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  </>
);

export const MenuHeading = ({ children }: { readonly children: ReactNode }) => (
  <DropdownMenu.Label className={styles.heading}>{children}</DropdownMenu.Label>
);

export const MenuSeparator = () => <DropdownMenu.Separator className={styles.separator} />;
