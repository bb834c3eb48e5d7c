import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import styles from './field.module.css';
import { useFieldAttributes } from './field.tsx';

type SecretInputProps = Omit<
  ComponentPropsWithRef<'input'>,
  'type' | 'value' | 'defaultValue' | 'onChange' | 'autoComplete'
>;

/**
 * Shows dots. What is typed is in the element alone and never in the state of a component: whoever needs it reads
 * and clears the element when the form is sent.
 */
export const SecretInput = ({ className, ...rest }: SecretInputProps) => (
  <input
    type="password"
    autoComplete="off"
    autoCapitalize="off"
    spellCheck={false}
    {...useFieldAttributes()}
    className={classNames(styles.input, className)}
    {...rest}
  />
);
