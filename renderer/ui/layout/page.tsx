import { PanelRight } from 'lucide-react';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { IconButton } from '../controls/icon-button.tsx';
import { Inspector, useInspectorOpen } from './inspector.tsx';
import styles from './page.module.css';

/** What the frame puts into every title bar. */
interface PageChrome {
  readonly search: ReactNode;
  readonly inspectorKeys: string;
}

const ChromeContext = createContext<PageChrome>({ search: null, inspectorKeys: '' });

export const PageChromeProvider = ChromeContext;

interface PageProps {
  readonly title: string;
  readonly parents?: readonly { readonly label: string; readonly href: string }[];
  readonly chips?: ReactNode;
  readonly actions?: ReactNode;
  /** What is selected, explained; absent where a page has nothing to select. */
  readonly inspector?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: title bar, main pane, inspector. */
export const Page = ({ title, parents = [], chips, actions, inspector, children }: PageProps) => {
  const chrome = useContext(ChromeContext);
  const [open, setOpen] = useInspectorOpen();
  const hasInspector = inspector !== undefined;
  useEffect(() => {
    document.title = `${title} – AgentNet`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <div className={styles.heading}>
          <div className={styles.crumbs}>
            {parents.length > 0 && (
              <nav aria-label="Breadcrumb">
                <ol>
                  {parents.map((parent) => (
                    <li key={parent.href}>
                      <a className={styles.crumb} href={parent.href}>
                        {parent.label}
                      </a>{' '}
                      <span className={styles.slash} aria-hidden="true">
                        /
                      </span>
                    </li>
                  ))}
                </ol>
              </nav>
            )}
            <h1 className={styles.title} title={title} dir="auto">
              {title}
            </h1>
          </div>
          {chips !== undefined && <div className={styles.chips}>{chips}</div>}
        </div>
        <div className={styles.actions}>
          {actions}
          {chrome.search}
          {hasInspector && (
            <IconButton
              label={open ? 'Hide inspector' : 'Show inspector'}
              keys={chrome.inspectorKeys}
              aria-expanded={open}
              icon={<PanelRight size={16} aria-hidden="true" />}
              onClick={() => setOpen(!open)}
            />
          )}
        </div>
      </header>
      <div className={styles.body}>
        <main id="main" className={styles.main} tabIndex={-1}>
          {children}
        </main>
        {hasInspector && open && <Inspector>{inspector}</Inspector>}
      </div>
    </div>
  );
};

/** A scrolling page of readable width. */
export const PageColumn = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.scroll}>
    <div className={styles.column}>{children}</div>
  </div>
);
