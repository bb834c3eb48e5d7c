import { X } from 'lucide-react';
import { Toast as RadixToast } from 'radix-ui';
import { Button } from '../controls/button.tsx';
import { type Mark, StateMark } from './state-mark.tsx';
import styles from './toasts.module.css';

export interface ToastContent {
  readonly id: number;
  readonly mark: Mark;
  readonly title: string;
  readonly detail?: string;
}

interface ToastsProps {
  readonly toasts: readonly ToastContent[];
  readonly onClose: (id: number) => void;
}

/** Short news in the corner; what failed stays until it is closed. */
export const Toasts = ({ toasts, onClose }: ToastsProps) => (
  <RadixToast.Provider duration={5000} swipeDirection="right" label="Notification">
    {toasts.map((toast) => (
      <RadixToast.Root
        key={toast.id}
        className={styles.toast}
        duration={toast.mark === 'failed' ? 1_000_000 : 5000}
        onOpenChange={(open) => !open && onClose(toast.id)}
      >
        <span className={styles.mark}>
          <StateMark mark={toast.mark} />
        </span>
        <div className={styles.text}>
          <RadixToast.Title className={styles.title}>{toast.title}</RadixToast.Title>
          {toast.detail !== undefined && (
            <RadixToast.Description className={styles.detail}>{toast.detail}</RadixToast.Description>
          )}
        </div>
        <RadixToast.Close asChild>
          <Button variant="quiet" size="small" aria-label="Close notification">
            <X size={14} aria-hidden="true" />
          </Button>
        </RadixToast.Close>
      </RadixToast.Root>
    ))}
    <RadixToast.Viewport className={styles.viewport} />
  </RadixToast.Provider>
);
