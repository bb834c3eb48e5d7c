import { ChevronDown, FileUp, Plus, Sparkles, Trash2 } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { GraphSummary } from '../../../../core/contract/index.ts';
import {
  type Command,
  explainError,
  hrefOf,
  useAct,
  useCommands,
  useCore,
  useResource,
} from '../../../state/index.ts';
import {
  Button,
  Chip,
  Confirm,
  EmptyState,
  IconButton,
  Menu,
  MenuItem,
  Page,
  Problem,
  plural,
  RelativeTime,
  Skeleton,
  StateMark,
  TextInput,
} from '../../../ui/index.ts';
import styles from './graphs-list.module.css';
import { PlanDialog } from './plan-dialog.tsx';
import { TemplatesDialog } from './templates-dialog.tsx';
import { useNewGraph } from './use-new-graph.tsx';

/** All stored graphs, and the ways to a new one. */
export const GraphsScreen = () => {
  const core = useCore();
  const make = useNewGraph();
  const [dialog, setDialog] = useState<'templates' | 'plan' | null>(null);
  const [query, setQuery] = useState('');
  const [graphs, reload] = useResource(
    useCallback(async (signal: AbortSignal) => (await core['graphs.list']({}, { signal })).items, [core]),
  );
  const { blank, importFile } = make;
  useCommands(
    useMemo(
      (): readonly Command[] => [
        { id: 'new-graph', title: 'New graph', group: 'Create', run: () => void blank() },
        {
          id: 'graph-template',
          title: 'New graph from a template',
          group: 'Create',
          run: () => setDialog('templates'),
        },
        { id: 'graph-import', title: 'Import a graph', group: 'Create', run: () => importFile() },
        {
          id: 'graph-plan',
          title: 'Plan a graph from a goal',
          group: 'Create',
          run: () => setDialog('plan'),
        },
      ],
      [blank, importFile],
    ),
  );
  const words = query.trim().toLowerCase();
  const shown =
    graphs.kind === 'ready' ? graphs.value.filter(({ name }) => name.toLowerCase().includes(words)) : [];
  return (
    <Page
      title="Graphs"
      actions={
        <>
          <Button icon={<Sparkles size={14} aria-hidden="true" />} onClick={() => setDialog('plan')}>
            Plan from a goal
          </Button>
          <Menu
            trigger={
              <Button variant="primary" icon={<Plus size={14} aria-hidden="true" />}>
                New graph
                <ChevronDown size={14} aria-hidden="true" />
              </Button>
            }
          >
            <MenuItem label="From a template" onSelect={() => setDialog('templates')} />
            <MenuItem label="Blank" onSelect={() => void blank()} />
            <MenuItem
              label="Import a file"
              note="JSON or YAML"
              icon={<FileUp size={14} aria-hidden="true" />}
              onSelect={importFile}
            />
          </Menu>
        </>
      }
    >
      {graphs.kind === 'loading' && <Skeleton lines={8} />}
      {graphs.kind === 'failed' && (
        <div className={styles.problem}>
          <Problem {...explainError(graphs.error)} actions={<Button onClick={reload}>Try again</Button>} />
        </div>
      )}
      {graphs.kind === 'ready' && graphs.value.length === 0 && (
        <EmptyState
          title="No graphs yet"
          text="A graph says who does what after whom: prompts that build on each other's outputs, with conditions, loops and people between them."
          actions={
            <>
              <Button variant="primary" onClick={() => setDialog('templates')}>
                Begin with a template
              </Button>
              <Button onClick={() => void make.template('research-and-report')}>Open an example</Button>
            </>
          }
        />
      )}
      {graphs.kind === 'ready' && graphs.value.length > 0 && (
        <div className={styles.scroll}>
          <div className={styles.search}>
            <TextInput
              type="search"
              aria-label="Search graphs"
              placeholder="Search graphs"
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          </div>
          <GraphTable graphs={shown} onDeleted={reload} />
          {shown.length === 0 && <p className={styles.none}>No graph is called that.</p>}
        </div>
      )}
      <TemplatesDialog open={dialog === 'templates'} onClose={() => setDialog(null)} />
      <PlanDialog open={dialog === 'plan'} onClose={() => setDialog(null)} />
    </Page>
  );
};

interface GraphTableProps {
  readonly graphs: readonly GraphSummary[];
  readonly onDeleted: () => void;
}

const GraphTable = ({ graphs, onDeleted }: GraphTableProps) => {
  const core = useCore();
  const act = useAct();
  const [leaving, setLeaving] = useState<GraphSummary | null>(null);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Graph</th>
            <th scope="col" className={styles.number}>
              Nodes
            </th>
            <th scope="col">Version</th>
            <th scope="col">Problems</th>
            <th scope="col">Changed</th>
            <th scope="col">Last run</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {graphs.map((graph) => (
            <tr key={graph.id}>
              <th scope="row">
                <a className={styles.name} dir="auto" href={hrefOf({ screen: 'graph', id: graph.id })}>
                  {graph.name}
                </a>
                {graph.note !== '' && (
                  <span className={styles.note} dir="auto">
                    {graph.note}
                  </span>
                )}
              </th>
              <td className={styles.number}>{graph.nodes}</td>
              <td>
                {graph.version === 0 ? 'none yet' : `v${graph.version}`}{' '}
                {graph.has_draft && <Chip tone="warn">unsaved edits</Chip>}
              </td>
              <td>
                {graph.errors > 0 ? (
                  <span className={styles.errors}>
                    <StateMark mark="failed" size={12} />
                    {plural(graph.errors, 'error')}
                  </span>
                ) : (
                  <span className={styles.errors}>
                    <StateMark mark="done" size={12} />
                    none
                  </span>
                )}
              </td>
              <td>
                <RelativeTime at={graph.at} />
              </td>
              <td>
                {graph.last_session === null ? (
                  '–'
                ) : (
                  <a href={hrefOf({ screen: 'session', id: graph.last_session, taskId: null })}>open</a>
                )}
              </td>
              <td className={styles.tools}>
                <IconButton
                  label={`Delete ${graph.name}`}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onClick={() => setLeaving(graph)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Confirm
        open={leaving !== null}
        title={`Delete ${leaving?.name ?? ''}?`}
        text={<p>All its versions and unsaved edits go. Sessions that ran it stay.</p>}
        confirm="Delete graph"
        onClose={() => setLeaving(null)}
        onConfirm={() => {
          if (leaving === null) return;
          void act(() => core['graphs.delete']({ id: leaving.id }), 'Graph deleted').then(onDeleted);
        }}
      />
    </>
  );
};
