import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './button.module.css';
import { KeyHint } from './key-hint.tsx';

type Variant = 'default' | 'primary' | 'quiet' | 'danger' | 'danger-solid';

const variantClass: Record<Variant, string | undefined> = {
  default: undefined,
  primary: styles.primary,
  quiet: styles.quiet,
  danger: styles.danger,
  'danger-solid': styles.dangerSolid,
};

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly variant?: Variant;
  readonly size?: 'medium' | 'small';
  readonly icon?: ReactNode;
  /** Shortcut shown behind the label, like `Ctrl Enter`. */
  readonly keys?: string;
}

const buttonClass = (variant: Variant, size: 'medium' | 'small', className?: string) =>
  classNames(styles.button, variantClass[variant], size === 'small' && styles.small, className);

export const Button = ({
  variant = 'default',
  size = 'medium',
  icon,
  keys,
  className,
  children,
  ...rest
}: ButtonProps) => (
  <button type="button" className={buttonClass(variant, size, className)} {...rest}>
    {icon}
    {children}
    {keys !== undefined && <KeyHint keys={keys} />}
  </button>
);

export interface ButtonLinkProps extends ComponentPropsWithRef<'a'> {
  readonly variant?: Variant;
  readonly size?: 'medium' | 'small';
  readonly icon?: ReactNode;
}

/** Goes somewhere instead of doing something, so it is a link. */
export const ButtonLink = ({
  variant = 'default',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: ButtonLinkProps) => (
  <a className={buttonClass(variant, size, className)} {...rest}>
    {icon}
    {children}
  </a>
);

/** A button and the menu of its variants, joined. */
export const JoinedButtons = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles.joined}>{children}</span>
);
