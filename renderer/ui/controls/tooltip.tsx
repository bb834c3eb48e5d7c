import { Tooltip as RadixTooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { KeyHint } from './key-hint.tsx';
import styles from './tooltip.module.css';

interface TooltipProps {
  readonly label: string;
  readonly keys?: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly children: ReactNode;
}

/** Says what a control is on hover and on focus; its trigger must be one focusable element. */
export const Tooltip = ({ label, keys, side = 'bottom', children }: TooltipProps) => (
  <RadixTooltip.Root>
    <RadixTooltip.Trigger asChild>{children}</RadixTooltip.Trigger>
    <RadixTooltip.Portal>
      <RadixTooltip.Content className={styles.content} side={side} sideOffset={6} collisionPadding={8}>
        {label}
        {keys !== undefined && <KeyHint keys={keys} />}
      </RadixTooltip.Content>
    </RadixTooltip.Portal>
  </RadixTooltip.Root>
);

export const TooltipProvider = ({ children }: { readonly children: ReactNode }) => (
  <RadixTooltip.Provider delayDuration={350} skipDelayDuration={150}>
    {children}
  </RadixTooltip.Provider>
);
