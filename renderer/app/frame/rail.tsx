import { CircleDollarSign, House, MessagesSquare, Settings, Users, Workflow } from 'lucide-react';
import { hrefOf, type Route, useRoute, useWorkspace } from '../../state/index.ts';
import { Tooltip } from '../../ui/index.ts';
import styles from './frame.module.css';

const links = [
  { name: 'Home', icon: House, href: hrefOf({ screen: 'home' }), keys: 'g h', screens: ['home'] },
  {
    name: 'Sessions',
    icon: MessagesSquare,
    href: hrefOf({ screen: 'sessions' }),
    keys: 'g s',
    screens: ['sessions', 'session', 'new-session'],
  },
  {
    name: 'Graphs',
    icon: Workflow,
    href: hrefOf({ screen: 'graphs' }),
    keys: 'g g',
    screens: ['graphs', 'graph'],
  },
  {
    name: 'Agents',
    icon: Users,
    href: hrefOf({ screen: 'agents', name: null }),
    keys: 'g a',
    screens: ['agents', 'new-agent'],
  },
  {
    name: 'Costs',
    icon: CircleDollarSign,
    href: hrefOf({ screen: 'costs', by: null }),
    keys: 'g c',
    screens: ['costs'],
  },
  {
    name: 'Settings',
    icon: Settings,
    href: hrefOf({ screen: 'settings' }),
    keys: 'g ,',
    screens: ['settings'],
  },
] as const satisfies readonly {
  readonly screens: readonly Route['screen'][];
  readonly [key: string]: unknown;
}[];

/** The way to every screen; names from 1280 pixels on, tooltips below. */
export const Rail = () => {
  const { screen } = useRoute();
  const sessions = useWorkspace((state) => state.total);
  return (
    <nav className={styles.rail} aria-label="Screens">
      <a className={styles.brand} href={hrefOf({ screen: 'home' })} aria-label="AgentNet, Home">
        <Logo />
        <span className={styles.name}>AgentNet</span>
      </a>
      <ul className={styles.links}>
        {links.map(({ name, icon: Icon, href, keys, screens }) => {
          const current = (screens as readonly string[]).includes(screen);
          return (
            <li key={name}>
              <Tooltip label={name} keys={keys} side="right">
                <a
                  className={styles.link}
                  href={href}
                  aria-label={name}
                  aria-current={current ? 'page' : undefined}
                >
                  <Icon size={16} aria-hidden="true" />
                  <span className={styles.name}>{name}</span>
                  {name === 'Sessions' && sessions > 0 && (
                    <span className={styles.count}>{sessions.toLocaleString('en-US')}</span>
                  )}
                </a>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

const Logo = () => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    strokeWidth="2.8"
    aria-hidden="true"
  >
    <path d="M10.5 12.5 14 20M21.5 12.5 18 20M12.5 9h7" />
    <circle cx="8.5" cy="9" r="4" />
    <circle cx="23.5" cy="9" r="4" />
    <circle cx="16" cy="23.5" r="4" />
  </svg>
);
