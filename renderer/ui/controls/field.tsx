import { CircleX } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import styles from './field.module.css';

interface FieldIds {
  readonly input: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const FieldContext = createContext<FieldIds | null>(null);

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}

/** A labelled control with its hint and its problem; the control inside takes its ids from here. */
export const Field = ({ label, hint, optional, error, children }: FieldProps) => {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    Boolean,
  );
  const ids: FieldIds = {
    input: `${id}-input`,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    invalid: error !== undefined,
  };
  return (
    <FieldContext value={ids}>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={ids.input}>
          {label}
          {optional && <span className={styles.optional}>optional</span>}
        </label>
        {children}
        {error !== undefined && (
          <p className={styles.error} id={`${id}-error`}>
            <CircleX size={14} aria-hidden="true" />
            {error}
          </p>
        )}
        {hint !== undefined && (
          <p className={styles.hint} id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </FieldContext>
  );
};

/** What a control inside a `Field` puts on its element. */
export const useFieldAttributes = () => {
  const ids = useContext(FieldContext);
  if (ids === null) return {};
  return {
    id: ids.input,
    ...(ids.describedBy !== undefined && { 'aria-describedby': ids.describedBy }),
    ...(ids.invalid && { 'aria-invalid': true }),
  };
};
