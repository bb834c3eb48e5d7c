import type { ComponentPropsWithRef } from 'react';
import { classNames } from '../class-names.ts';
import styles from './field.module.css';
import { useFieldAttributes } from './field.tsx';

export const TextInput = ({ className, ...rest }: ComponentPropsWithRef<'input'>) => (
  <input
    type="text"
    autoComplete="off"
    spellCheck={false}
    dir="auto"
    {...useFieldAttributes()}
    className={classNames(styles.input, className)}
    {...rest}
  />
);

export const TextArea = ({ className, ...rest }: ComponentPropsWithRef<'textarea'>) => (
  <textarea
    dir="auto"
    {...useFieldAttributes()}
    className={classNames(styles.input, styles.area, className)}
    {...rest}
  />
);

interface NumberInputProps extends Omit<ComponentPropsWithRef<'input'>, 'value' | 'onChange' | 'type'> {
  /** Undefined is an empty field. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}

/** Keeps what is typed: a number out of range is the check's to refuse, not the field's to change. */
export const NumberInput = ({ value, onChange, className, ...rest }: NumberInputProps) => (
  <input
    type="number"
    {...useFieldAttributes()}
    className={classNames(styles.input, styles.number, className)}
    value={value ?? ''}
    onChange={(event) => {
      const next = event.currentTarget.valueAsNumber;
      onChange(Number.isNaN(next) ? undefined : next);
    }}
    {...rest}
  />
);

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps extends Omit<ComponentPropsWithRef<'select'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
}

/** The platform's own list: it works with every keyboard, screen reader and touch screen. */
export const Select = ({ value, options, onChange, className, ...rest }: SelectProps) => (
  <select
    {...useFieldAttributes()}
    className={classNames(styles.input, styles.select, className)}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    {...rest}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value} disabled={option.disabled}>
        {option.label}
      </option>
    ))}
  </select>
);
