import { useMemo } from 'react';
import { hrefOf, spentSince, startOfDay, useWorkspace } from '../../state/index.ts';
import { exactMoney, formatMoney, type Mark, plural, StateMark, useNow } from '../../ui/index.ts';
import styles from './frame.module.css';

const providerMarks: Record<'ok' | 'no-key' | 'unreachable' | 'not-tested', Mark> = {
  ok: 'done',
  'no-key': 'waiting',
  unreachable: 'waiting',
  'not-tested': 'waiting',
};

const providerWords: Record<'ok' | 'no-key' | 'unreachable' | 'not-tested', string> = {
  ok: 'ok',
  'no-key': 'no key',
  unreachable: 'no answer',
  'not-tested': 'not asked',
};

/** What goes on and what it cost; each part leads to its detail. */
export const StatusBar = () => {
  const sessions = useWorkspace((state) => state.sessions);
  const providers = useWorkspace((state) => state.providers);
  const connection = useWorkspace((state) => state.connection);
  const system = useWorkspace((state) => state.system);
  const now = useNow(60_000);
  const running = useMemo(
    () => [...sessions.values()].filter(({ status }) => status === 'running' || status === 'pausing').length,
    [sessions],
  );
  const spent = useMemo(() => spentSince(sessions, startOfDay(now)), [sessions, now]);
  return (
    <section className={styles.status} aria-label="Status">
      <a href={hrefOf({ screen: 'sessions' })} title="Sessions running now">
        <StateMark mark={running > 0 ? 'running' : 'waiting'} size={12} />
        {running > 0 ? `${running} running` : 'nothing running'}
      </a>
      <a
        href={hrefOf({ screen: 'sessions' })}
        title={`${exactMoney(spent.usd)} in sessions begun today${spent.unknown > 0 ? `; the cost of ${plural(spent.unknown, 'session')} is unknown` : ''}`}
      >
        {formatMoney(spent.usd)}
        {spent.unknown > 0 && ' + unknown'} today
      </a>
      <span className={styles.providers}>
        {providers
          .filter(({ state }) => state !== 'not-tested' && state !== 'no-key')
          .map(({ provider, state, detail }) => (
            <a key={provider} href={hrefOf({ screen: 'settings' })} title={detail}>
              <StateMark mark={providerMarks[state]} size={12} />
              {provider} {providerWords[state]}
            </a>
          ))}
      </span>
      <span className={styles.push} role="status">
        {saveWords[connection]}
      </span>
      <span className={styles.dim} title={system?.data_folder}>
        local only
      </span>
    </section>
  );
};

const saveWords = {
  connecting: 'connecting',
  live: 'all saved',
  lost: 'no connection to the core; what was shown is saved',
} as const;
