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

interface MenuAtProps {
  /** In pixels of the window; null while it is closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly label: string;
  readonly onClose: () => void;
  /** Where the focus goes afterwards. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** A menu at a point: for what the other button of the pointer asks for. */
export const MenuAt = ({ at, label, onClose, onClosed, children }: MenuAtProps) => (
  <DropdownMenu.Root modal={false} open={at !== null} onOpenChange={(open) => !open && onClose()}>
    <DropdownMenu.Trigger asChild>
      <span className={styles.point} style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} aria-hidden="true" />
    </DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        className={styles.content}
        aria-label={label}
        aria-labelledby={undefined}
        align="start"
        sideOffset={2}
        collisionPadding={8}
        onContextMenu={(event) => event.preventDefault()}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          onClosed();
        }}
      >
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
