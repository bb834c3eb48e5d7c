import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { showKeys } from '../../../state/index.ts';
import { Button, classNames, Menu, MenuChoice, MenuSeparator } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import styles from './controls.module.css';
import { useSessionActions } from './use-session-actions.tsx';

const LONGEST = 20_000;

/** The text field that the key `i` leads to. */
export const COMPOSER_ID = 'interject';

/** Speaks into a session, to all or to one. What was sent appears in the transcript when it is recorded. */
export const Composer = () => {
  const { id, view } = useSession();
  const actions = useSessionActions(id);
  const [text, setText] = useState('');
  const [to, setTo] = useState('all');
  const [from, setFrom] = useState<'user' | 'moderator'>('moderator');
  const [sending, setSending] = useState(false);
  const words = text.trim();
  const ready = words !== '' && !sending && view.status !== 'interrupted';
  const send = async () => {
    if (!ready) return;
    setSending(true);
    const sent = await actions.interject(words, to, from);
    setSending(false);
    if (sent !== undefined) setText('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <form
      className={classNames(styles.composer, to !== 'all' && styles.whispering)}
      aria-label="Interject"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <textarea
        dir="auto"
        id={COMPOSER_ID}
        className={styles.composerText}
        aria-label={to === 'all' ? `Interject as ${from}` : `Whisper to ${to}`}
        placeholder={
          view.status === 'interrupted'
            ? 'Resume the session to speak into it'
            : to === 'all'
              ? `Interject as ${from} …`
              : `Whisper to ${to}; nobody else hears it …`
        }
        rows={1}
        maxLength={LONGEST}
        value={text}
        disabled={view.status === 'interrupted'}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.composerFoot}>
        <Menu
          trigger={
            <Button className={styles.pick}>
              {to === 'all' ? 'to everyone' : `whisper to ${to}`}
              <ChevronDown size={12} aria-hidden="true" />
            </Button>
          }
        >
          <MenuChoice
            label="Who hears it"
            value={to}
            options={[
              { value: 'all', label: 'Everyone' },
              ...view.participants.map(({ name }) => ({
                value: name,
                label: name,
                note: 'Whisper, marked in the log',
              })),
            ]}
            onChange={setTo}
          />
          <MenuSeparator />
          <MenuChoice
            label="As whom"
            value={from}
            options={[
              { value: 'moderator', label: 'Moderator' },
              { value: 'user', label: 'User' },
            ]}
            onChange={(value) => setFrom(value === 'user' ? 'user' : 'moderator')}
          />
        </Menu>
        <Button
          type="submit"
          variant="primary"
          className={styles.keyed}
          keys={showKeys('Mod+Enter', false)}
          disabled={!ready}
        >
          Send
        </Button>
      </div>
    </form>
  );
};
