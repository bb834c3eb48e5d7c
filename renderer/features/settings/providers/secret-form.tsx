import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { explainError } from '../../../state/index.ts';
import { Button, Problem } from '../../../ui/index.ts';
import styles from './providers.module.css';

interface SecretFormProps {
  /** Names of the fields, as the inputs inside have them. */
  readonly fields: readonly string[];
  readonly label: string;
  readonly submit: string;
  /** Sends the secrets; what it throws is shown. */
  readonly send: (secrets: Readonly<Record<string, string>>) => Promise<void>;
  /** Words for what cannot be sent; null when it can. */
  readonly check: (secrets: Readonly<Record<string, string>>) => string | null;
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/** Fields with secrets: they are read and emptied when they are sent, and are in no state of the page. */
export const SecretForm = ({ fields, label, submit, send, check, onCancel, children }: SecretFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<{ title: string; details: readonly string[] } | null>(null);
  // A form that was opened by hand takes the focus; one that stands there does not steal it.
  const opened = onCancel !== undefined;
  useEffect(() => {
    if (opened) form.current?.querySelector('input')?.focus();
  }, [opened]);
  const inputs = () =>
    fields
      .map((name) => form.current?.elements.namedItem(name))
      .filter((element) => element instanceof HTMLInputElement);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const secrets = Object.fromEntries(inputs().map((input) => [input.name, input.value]));
    const wrong = check(secrets);
    if (wrong !== null) {
      setProblem({ title: wrong, details: [] });
      inputs()[0]?.focus();
      return;
    }
    for (const input of inputs()) input.value = '';
    setProblem(null);
    setSending(true);
    try {
      await send(secrets);
    } catch (thrown) {
      setProblem(explainError(thrown));
      inputs()[0]?.focus();
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onCancel === undefined) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <div className={styles.fields}>{children}</div>
      {problem !== null && <Problem {...problem} />}
      <div className={styles.buttons}>
        <Button type="submit" size="small" variant="primary" disabled={sending}>
          {submit}
        </Button>
        {onCancel && (
          <Button size="small" variant="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
};
