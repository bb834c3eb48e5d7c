import { Plus } from 'lucide-react';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { AgentVersion } from '../../../core/contract/index.ts';
import { explainError, goTo, hrefOf, useCore, useResource } from '../../state/index.ts';
import { Button, ButtonLink, EmptyState, Page, Problem, Skeleton, TextInput } from '../../ui/index.ts';
import { AgentDetail } from './agent-detail.tsx';
import styles from './agents.module.css';

/** Agents on the left, the chosen one explained. */
export const AgentsScreen = ({ name }: { readonly name: string | null }) => {
  const core = useCore();
  const [agents, reload] = useResource(
    useCallback(async (signal: AbortSignal) => (await core['agents.list']({}, { signal })).items, [core]),
  );
  const items = agents.kind === 'ready' ? agents.value : [];
  const shown = name ?? items[0]?.name;
  return (
    <Page
      title="Agents"
      actions={
        <ButtonLink
          variant="primary"
          icon={<Plus size={14} aria-hidden="true" />}
          href={hrefOf({ screen: 'new-agent', from: null })}
        >
          New agent
        </ButtonLink>
      }
    >
      {agents.kind === 'failed' && (
        <div className={styles.problem}>
          <Problem {...explainError(agents.error)} actions={<Button onClick={reload}>Try again</Button>} />
        </div>
      )}
      {agents.kind === 'loading' && <Skeleton lines={8} />}
      {agents.kind === 'ready' && items.length === 0 && (
        <EmptyState
          title="No agents"
          text="An agent is a role in words, weights of style and a chain of models. The shipped ones seem to be missing; you can still write your own."
        />
      )}
      {items.length > 0 && (
        <div className={styles.panes}>
          <AgentList agents={items} shown={shown} />
          <div className={styles.detail}>
            {shown !== undefined && <AgentDetail key={shown} name={shown} />}
          </div>
        </div>
      )}
    </Page>
  );
};

interface AgentListProps {
  readonly agents: readonly AgentVersion[];
  readonly shown: string | undefined;
}

const AgentList = ({ agents, shown }: AgentListProps) => {
  const [query, setQuery] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const words = query.trim().toLowerCase();
  const fitting = agents.filter((agent) =>
    `${agent.name} ${agent.description}`.toLowerCase().includes(words),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = fitting.findIndex((agent) => agent.name === shown);
    const next = fitting[Math.max(0, Math.min(fitting.length - 1, index + step))];
    if (next === undefined) return;
    goTo({ screen: 'agents', name: next.name }, { replace: true });
    list.current?.querySelectorAll<HTMLElement>('a')[fitting.indexOf(next)]?.focus();
  };
  return (
    <nav className={styles.list} aria-label="Agents">
      <div className={styles.listSearch}>
        <TextInput
          type="search"
          aria-label="Search agents"
          placeholder="Search agents"
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul ref={list} className={styles.items}>
        {fitting.map((agent) => (
          <li key={agent.name}>
            <a
              className={styles.item}
              href={hrefOf({ screen: 'agents', name: agent.name })}
              aria-current={agent.name === shown ? 'true' : undefined}
              onKeyDown={onKeyDown}
            >
              <span className={styles.itemHead}>
                <span className={styles.itemName}>{agent.name}</span>
                <span className={styles.itemVersion}>{agent.version}</span>
              </span>
              <span className={styles.itemText}>{agent.description}</span>
            </a>
          </li>
        ))}
        {fitting.length === 0 && <li className={styles.none}>No agent is called that.</li>}
      </ul>
    </nav>
  );
};
