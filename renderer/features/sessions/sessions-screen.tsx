import { Plus, Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { Mode, SessionOutcome, SessionStatus, SessionSummary } from '../../../core/contract/index.ts';
import {
  allOutcomes,
  allStatuses,
  type Command,
  describeOutcome,
  describeSession,
  explainError,
  hrefOf,
  modeWords,
  useAct,
  useCommands,
  useCore,
} from '../../state/index.ts';
import {
  Button,
  ButtonLink,
  Confirm,
  EmptyState,
  Page,
  Problem,
  plural,
  Segmented,
  Select,
  TextInput,
} from '../../ui/index.ts';
import { type Filters, isNarrowed, noFilters } from './filters.ts';
import { SessionPreview } from './session-preview.tsx';
import { SessionTable } from './session-table.tsx';
import styles from './sessions.module.css';
import { TurnHits } from './turn-hits.tsx';
import { useSessionPages } from './use-session-pages.tsx';

const modes = Object.keys(modeWords) as readonly Mode[];
const anyOption = (label: string) => ({ value: '', label });

export const SessionsScreen = () => {
  const core = useCore();
  const act = useAct();
  const [filters, setFilters] = useState(noFilters);
  const [results, setResults] = useState('sessions');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [deleting, setDeleting] = useState<SessionSummary | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const pages = useSessionPages(filters);
  const narrow = (change: Partial<Filters>) => setFilters({ ...filters, ...change });
  const selected = pages.items.find(({ id }) => id === selectedId) ?? pages.items[0];
  const showsTurns = results === 'turns' && filters.query.trim() !== '';

  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'search-sessions',
          title: 'Search sessions',
          group: 'Sessions',
          keys: '/',
          run: () => search.current?.focus(),
        },
        {
          id: 'walk-sessions',
          title: 'Walk through sessions',
          group: 'Sessions',
          keys: 'ArrowDown',
          run: focusSelected,
        },
        {
          id: 'walk-sessions-j',
          title: 'Walk through sessions',
          group: 'Sessions',
          keys: 'j',
          run: focusSelected,
        },
        {
          id: 'delete-session',
          title: 'Delete selected session',
          group: 'Sessions',
          keys: 'Delete',
          enabled: selected?.status === 'ended' || selected?.status === 'interrupted',
          run: () => selected && setDeleting(selected),
        },
      ],
      [selected],
    ),
  );

  return (
    <Page
      title="Sessions"
      actions={
        <ButtonLink
          variant="primary"
          icon={<Plus size={14} aria-hidden="true" />}
          href={hrefOf({ screen: 'new-session', start: { kind: 'draft' } })}
        >
          New session
        </ButtonLink>
      }
      inspector={
        <SessionPreview
          key={selected?.id}
          session={selected}
          onDelete={() => selected && setDeleting(selected)}
        />
      }
    >
      <div className={styles.bar}>
        <div className={styles.search}>
          <Search size={14} aria-hidden="true" className={styles.searchIcon} />
          <TextInput
            ref={search}
            type="search"
            className={styles.searchInput}
            aria-label="Search sessions and turns"
            placeholder="Search names, topics and every turn"
            value={filters.query}
            onChange={(event) => narrow({ query: event.currentTarget.value })}
            onKeyDown={(event) => event.key === 'ArrowDown' && focusSelected()}
          />
        </div>
        <Facet
          label="Mode"
          value={filters.mode ?? ''}
          options={modes.map((value) => ({ value, label: modeWords[value].word }))}
          onChange={(value) => setFilters(withFacet(filters, 'mode', value as Mode | ''))}
        />
        <Facet
          label="Status"
          value={filters.status ?? ''}
          options={allStatuses.map((value) => ({ value, label: describeSession(value, null).word }))}
          onChange={(value) => setFilters(withFacet(filters, 'status', value as SessionStatus | ''))}
        />
        <Facet
          label="Outcome"
          value={filters.outcome ?? ''}
          options={allOutcomes.map((value) => ({ value, label: describeOutcome(value).word }))}
          onChange={(value) => setFilters(withFacet(filters, 'outcome', value as SessionOutcome | ''))}
        />
        {isNarrowed(filters) && (
          <Button variant="quiet" onClick={() => setFilters(noFilters)}>
            Clear
          </Button>
        )}
        <span className={styles.total} role="status">
          {filters.query.trim() === '' ? (
            plural(pages.total, 'session')
          ) : (
            <Segmented
              label="What is shown"
              value={results}
              options={[
                { value: 'sessions', label: plural(pages.total, 'session') },
                { value: 'turns', label: 'Turns' },
              ]}
              onChange={setResults}
            />
          )}
        </span>
      </div>
      {pages.error !== null && (
        <div className={styles.problem}>
          <Problem
            {...explainError(pages.error)}
            actions={<Button onClick={pages.again}>Try again</Button>}
          />
        </div>
      )}
      {showsTurns ? (
        <TurnHits query={filters.query} />
      ) : pages.items.length === 0 && !pages.loading && pages.error === null ? (
        <NoSessions narrowed={isNarrowed(filters)} onClear={() => setFilters(noFilters)} />
      ) : (
        <SessionTable
          items={pages.items}
          total={pages.total}
          selectedId={selected?.id ?? null}
          onSelect={setSelectedId}
          onEnd={() => void pages.more()}
        />
      )}
      <Confirm
        open={deleting !== null}
        title="Delete this session?"
        text={
          <p>
            “{deleting?.name}” with its {plural(deleting?.turns ?? 0, 'turn')} is deleted from this machine,
            from the search too, and cannot be brought back. Other sessions are not touched.
          </p>
        }
        confirm="Delete session"
        onConfirm={() => {
          const id = deleting?.id;
          if (id === undefined) return;
          void act(async () => {
            const { events } = await core['sessions.delete']({ id });
            return events;
          }, 'Session deleted with all its rows');
        }}
        onClose={() => setDeleting(null)}
      />
    </Page>
  );
};

/** From there on the arrow keys belong to the table. */
const focusSelected = (): void =>
  document.querySelector<HTMLElement>('[role="grid"] [aria-selected="true"]')?.focus();

const withFacet = <K extends 'mode' | 'status' | 'outcome'>(
  filters: Filters,
  key: K,
  value: Filters[K] | '',
): Filters => {
  const { [key]: _dropped, ...rest } = filters;
  return value === '' ? (rest as Filters) : { ...(rest as Filters), [key]: value };
};

interface FacetProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

const Facet = ({ label, value, options, onChange }: FacetProps) => (
  <Select
    className={styles.facet}
    aria-label={label}
    value={value}
    options={[anyOption(`Any ${label.toLowerCase()}`), ...options]}
    onChange={onChange}
  />
);

const NoSessions = ({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) =>
  narrowed ? (
    <EmptyState
      title="No session fits"
      text="Nothing matches these words and filters. Words inside turns are found under Turns."
      actions={<Button onClick={onClear}>Clear search and filters</Button>}
    />
  ) : (
    <EmptyState
      title="No sessions yet"
      text="Every run is kept here with all its turns, to be read, searched, replayed or gone on with."
      actions={
        <>
          <ButtonLink variant="primary" href={hrefOf({ screen: 'new-session', start: { kind: 'draft' } })}>
            New session
          </ButtonLink>
          <ButtonLink href={hrefOf({ screen: 'home' })}>Open a sample</ButtonLink>
        </>
      }
    />
  );
