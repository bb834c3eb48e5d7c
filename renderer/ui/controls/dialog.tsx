import { X } from 'lucide-react';
import { AlertDialog, Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Button } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string;
  readonly wide?: boolean;
  /** For dialogs that hold a whole view: as much as the window has. */
  readonly huge?: boolean;
  /** For dialogs that are one control, like the palette: the title is read out and not shown. */
  readonly bare?: boolean;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}

// The shade is ours: Radix's overlay locks scrolling through an inline style sheet, which the page's policy forbids.
export const Dialog = ({
  open,
  onClose,
  title,
  description,
  wide,
  huge,
  bare,
  foot,
  children,
}: DialogProps) => (
  <RadixDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
    <RadixDialog.Portal>
      <div className={styles.shade} />
      <RadixDialog.Content
        className={classNames(styles.content, wide && styles.wide, huge && styles.huge)}
        {...(description === undefined && { 'aria-describedby': undefined })}
      >
        {bare ? (
          <RadixDialog.Title className="visually-hidden">{title}</RadixDialog.Title>
        ) : (
          <div className={styles.head}>
            <RadixDialog.Title className={styles.title}>{title}</RadixDialog.Title>
            <RadixDialog.Close asChild>
              <Button variant="quiet" size="small" aria-label="Close">
                <X size={16} aria-hidden="true" />
              </Button>
            </RadixDialog.Close>
          </div>
        )}
        {description !== undefined && (
          <RadixDialog.Description className={bare ? 'visually-hidden' : styles.description}>
            {description}
          </RadixDialog.Description>
        )}
        {bare ? children : <div className={styles.body}>{children}</div>}
        {foot !== undefined && <div className={styles.foot}>{foot}</div>}
      </RadixDialog.Content>
    </RadixDialog.Portal>
  </RadixDialog.Root>
);

interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  /** What will be lost and what stays. */
  readonly text: ReactNode;
  /** A verb: "Delete session". */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Before something that cannot be taken back. */
export const Confirm = ({ open, title, text, confirm, onConfirm, onClose }: ConfirmProps) => (
  <AlertDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
    <AlertDialog.Portal>
      <div className={styles.shade} />
      <AlertDialog.Content className={styles.content} aria-modal="true">
        <div className={styles.head}>
          <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
        </div>
        <AlertDialog.Description asChild>
          <div className={classNames(styles.body)}>{text}</div>
        </AlertDialog.Description>
        <div className={styles.foot}>
          <AlertDialog.Cancel asChild>
            <Button>Keep</Button>
          </AlertDialog.Cancel>
          <AlertDialog.Action asChild>
            <Button variant="danger-solid" onClick={onConfirm}>
              {confirm}
            </Button>
          </AlertDialog.Action>
        </div>
      </AlertDialog.Content>
    </AlertDialog.Portal>
  </AlertDialog.Root>
);
