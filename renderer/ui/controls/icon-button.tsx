import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './button.module.css';
import { Button, type ButtonProps } from './button.tsx';
import { Tooltip } from './tooltip.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label' | 'keys'> {
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

/** An icon alone: the label is its name for screen readers and its tooltip. */
export const IconButton = ({
  label,
  icon,
  keys,
  side,
  className,
  variant = 'quiet',
  ...rest
}: IconButtonProps) => (
  <Tooltip label={label} {...(keys !== undefined && { keys })} {...(side && { side })}>
    <Button variant={variant} className={classNames(styles.square, className)} aria-label={label} {...rest}>
      {icon}
    </Button>
  </Tooltip>
);
