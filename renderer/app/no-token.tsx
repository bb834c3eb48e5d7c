import { type FormEvent, useState } from 'react';
import { Button, Field, TextInput } from '../ui/index.ts';
import styles from './app.module.css';
import { readHandover } from './read-handover.ts';

/** Opened without the address that the host printed: says where to find it, and takes it. */
export const NoToken = () => {
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const open = (event: FormEvent) => {
    event.preventDefault();
    const given = text.trim();
    const fragment = given.includes('#') ? given.slice(given.indexOf('#')) : `#token=${given}`;
    const { token } = readHandover(fragment);
    if (token === null) {
      setError('This holds no token. The address ends in #token= and a row of letters and digits.');
      return;
    }
    location.hash = `token=${token}`;
    location.reload();
  };
  return (
    <main className={styles.centre}>
      <form className={styles.card} onSubmit={open}>
        <h1 className={styles.cardTitle}>This tab has no key to AgentNet</h1>
        <p className={styles.cardText}>
          AgentNet prints an address with a token when it starts, so that no other page on this machine can
          read your sessions. Open that address, or paste it here. Nothing is lost: sessions go on without
          this tab.
        </p>
        <Field label="Address or token" {...(error !== undefined && { error })}>
          <TextInput value={text} onChange={(event) => setText(event.currentTarget.value)} autoFocus />
        </Field>
        <div>
          <Button type="submit" variant="primary" disabled={text.trim() === ''}>
            Open AgentNet
          </Button>
        </div>
      </form>
    </main>
  );
};
