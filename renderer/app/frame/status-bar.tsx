import { useCallback, useEffect, useMemo } from 'react';
import {
  hrefOf,
  spentSince,
  startOfDay,
  useCore,
  useCostNews,
  useResource,
  useWorkspace,
} from '../../state/index.ts';
import { capLevel, exactMoney, formatMoney, type Mark, plural, StateMark, useNow } from '../../ui/index.ts';
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
  const keeping = useWorkspace((state) => state.keeping);
  const system = useWorkspace((state) => state.system);
  const cap = useWorkspace((state) => state.settings?.budgets.day?.usd);
  const running = useMemo(
    () => [...sessions.values()].filter(({ status }) => status === 'running' || status === 'pausing').length,
    [sessions],
  );
  return (
    <section className={styles.status} aria-label="Status">
      <a href={hrefOf({ screen: 'sessions' })} title="Sessions running now">
        <StateMark mark={running > 0 ? 'running' : 'waiting'} size={12} />
        {running > 0 ? `${running} running` : 'nothing running'}
      </a>
      {cap === undefined ? <SpentToday /> : <DayCap key={cap} />}
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
        {connection === 'live' ? keepingWords[keeping] : saveWords[connection]}
      </span>
      <span className={styles.dim} title={system?.data_folder}>
        local only
      </span>
    </section>
  );
};

const SpentToday = () => {
  const sessions = useWorkspace((state) => state.sessions);
  const now = useNow(60_000);
  const spent = useMemo(() => spentSince(sessions, startOfDay(now)), [sessions, now]);
  return (
    <a
      href={hrefOf({ screen: 'costs', by: null })}
      title={`${exactMoney(spent.usd)} in sessions begun today${spent.unknown > 0 ? `; the cost of ${plural(spent.unknown, 'session')} is unknown` : ''}`}
    >
      {formatMoney(spent.usd)}
      {spent.unknown > 0 && ' + unknown'} today
    </a>
  );
};

/** The cap of the day as every process on this data folder sees it, calls that run now included. */
const DayCap = () => {
  const core = useCore();
  const news = useCostNews();
  const [budgets, reload] = useResource(
    useCallback(
      async (signal: AbortSignal) => (await core['cost.summary']({ by: 'provider' }, { signal })).budgets,
      [core],
    ),
  );
  useEffect(() => {
    if (news > 0) reload();
  }, [news, reload]);
  const day =
    budgets.kind === 'ready'
      ? budgets.value.find(({ scope, unit }) => scope === 'day' && unit === 'usd')
      : undefined;
  if (day === undefined) return null;
  const level = capLevel({ cap: day.cap, used: day.spent, ahead: day.reserved });
  return (
    <a
      href={hrefOf({ screen: 'costs', by: null })}
      title={`${exactMoney(day.spent)} spent and ${exactMoney(day.reserved)} reserved of ${exactMoney(day.cap)} today`}
    >
      {level !== 'free' && <StateMark mark={level === 'full' ? 'blocked' : 'flagged'} size={12} />}
      {formatMoney(day.spent)} of {formatMoney(day.cap)} today
    </a>
  );
};

const saveWords = {
  connecting: 'connecting',
  live: 'all saved',
  lost: 'no connection to the core; what was shown is saved',
} as const;

const keepingWords = {
  kept: saveWords.live,
  keeping: 'saving',
  conflict: 'not saved: there is a newer version',
  failed: 'not saved yet; it is tried again with the next edit',
} as const;
