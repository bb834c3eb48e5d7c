import { ChevronDown, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { NodeRun } from '../../../../../core/contract/index.ts';
import { graphTotals } from '../../../../../core/projections/index.ts';
import { kindWords } from '../../../../state/graph/index.ts';
import { describeNode, nodeStatuses, statusWord } from '../../../../state/index.ts';
import {
  Avatar,
  classNames,
  EmptyState,
  exactCount,
  exactMoney,
  formatCount,
  formatDuration,
  formatElapsed,
  formatMoney,
  plainWords,
  StateMark,
  TextInput,
  useNow,
} from '../../../../ui/index.ts';
import { lookOf, useSessionBasics } from '../../session-context.tsx';
import { useGraphRun, useRunBasics } from '../graph-run-context.tsx';
import { nodeFigures } from '../node-figures.ts';
import { useNodeRows } from '../use-node-rows.tsx';
import styles from './list.module.css';
import { type ListFilter, type ListRow, listRows } from './list-rows.ts';

const ROW = 34;

interface NodeListProps {
  readonly filter: ListFilter;
  readonly onFilter: (filter: ListFilter) => void;
}

/** The same run as a list: every node a line, for screen readers, keyboards, and runs too large to draw. */
export const NodeList = ({ filter, onFilter }: NodeListProps) => {
  const { run, tree, open, selected } = useGraphRun();
  const { select, toggle } = useRunBasics();
  const [holder, setHolder] = useState<HTMLElement | null>(null);
  const totals = useMemo(() => graphTotals(run.nodes), [run.nodes]);
  const rows = useMemo(() => listRows(run.nodes, tree, open, filter), [run.nodes, tree, open, filter]);
  const { virtualizer, place, rowBeside } = useNodeRows({ rows, holder, rowHeight: ROW });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = rowBeside(event);
    if (next !== undefined) {
      select(next.node.id);
      virtualizer.scrollToIndex(rows.indexOf(next), { align: 'auto' });
      focusRow(holder, next.node.id);
    }
    const row = rows[place];
    if (row === undefined || row.inside === 0) return;
    if ((event.key === 'ArrowRight' && !row.open) || (event.key === 'ArrowLeft' && row.open)) {
      event.preventDefault();
      toggle(row.node.id);
    }
  };
  return (
    <div className={styles.holder}>
      <div className={styles.filters}>
        <TextInput
          className={styles.find}
          aria-label="Find nodes"
          placeholder="Find nodes"
          value={filter.words}
          onChange={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
        />
        <Facet
          label={`All ${exactCount(totals.nodes)}`}
          pressed={filter.status === null}
          onPress={() => onFilter({ ...filter, status: null })}
        />
        {nodeStatuses.map((status) =>
          totals.byStatus[status] === 0 ? null : (
            <Facet
              key={status}
              mark={statusWord(status).mark}
              label={`${exactCount(totals.byStatus[status])} ${statusWord(status).word}`}
              pressed={filter.status === status}
              onPress={() => onFilter({ ...filter, status: filter.status === status ? null : status })}
            />
          ),
        )}
      </div>
      <div className={styles.columns} aria-hidden="true">
        <span>State</span>
        <span>Node</span>
        <span className={styles.wide}>Output</span>
        <span className={styles.number}>Tries</span>
        <span className={styles.number}>Time</span>
        <span className={styles.number}>Tokens</span>
        <span className={styles.number}>Cost</span>
      </div>
      <section
        ref={setHolder}
        className={styles.scroller}
        aria-label="Nodes of the run"
        onKeyDown={onKeyDown}
      >
        {rows.length === 0 && (
          <EmptyState compact title="No node is so" text="Take a filter away to see the others." />
        )}
        <ul className="virtual-rows" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <li
                key={item.key}
                className="virtual-row"
                style={{ transform: `translateY(${item.start}px)` }}
                aria-setsize={rows.length}
                aria-posinset={item.index + 1}
              >
                <NodeLine
                  row={row}
                  selected={row.node.id === selected?.id}
                  // One line is in the tab order; arrow keys lead to the others.
                  tabbable={place < 0 ? item.index === 0 : item.index === place}
                />
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
};

interface FacetProps {
  readonly label: string;
  readonly mark?: ReturnType<typeof describeNode>['mark'];
  readonly pressed: boolean;
  readonly onPress: () => void;
}

const Facet = ({ label, mark, pressed, onPress }: FacetProps) => (
  <button type="button" className={styles.facet} aria-pressed={pressed} onClick={onPress}>
    {mark !== undefined && <StateMark mark={mark} size={12} />}
    {label}
  </button>
);

interface NodeLineProps {
  readonly row: ListRow;
  readonly selected: boolean;
  readonly tabbable: boolean;
}

const NodeLine = ({ row: { node, depth, inside, open }, selected, tabbable }: NodeLineProps) => {
  const { looks } = useSessionBasics();
  const { select, toggle } = useRunBasics();
  const state = describeNode(node);
  const look = node.agent === null ? null : lookOf(looks, node.agent);
  const Kind = kindWords[node.kind].icon;
  return (
    <div className={classNames(styles.row, selected && styles.selected)}>
      <button
        type="button"
        className={styles.line}
        data-node={node.id}
        aria-current={selected}
        tabIndex={tabbable ? 0 : -1}
        onClick={() => select(node.id, 'node')}
      >
        <span className={styles.state}>
          <StateMark mark={state.mark} size={13} />
          {state.word}
        </span>
        <span className={styles.name} style={{ paddingLeft: depth * 18 + (inside > 0 ? 24 : 0) }}>
          <Kind size={14} aria-hidden="true" className={styles.kind} />
          <span className={styles.title} dir="auto">
            {node.title}
          </span>
          <span className="visually-hidden">, {kindWords[node.kind].word},</span>
          {inside > 0 && <span className={styles.inside}>{exactCount(inside)} inside</span>}
          {look !== null && <Avatar initials={look.initials} colour={look.colour} small title={look.name} />}
        </span>
        <span className={classNames(styles.wide, styles.excerpt)}>
          {node.status === 'done' || node.reason === null
            ? plainWords(node.excerpt.slice(0, 200))
            : node.reason}
        </span>
        <LineFigures node={node} />
      </button>
      {inside > 0 && (
        <button
          type="button"
          className={styles.opener}
          style={{ marginLeft: depth * 18 }}
          aria-expanded={open}
          aria-label={`${open ? 'Fold' : 'Open'} ${node.title}`}
          tabIndex={-1}
          onClick={() => toggle(node.id)}
        >
          {open ? (
            <ChevronDown size={14} aria-hidden="true" />
          ) : (
            <ChevronRight size={14} aria-hidden="true" />
          )}
        </button>
      )}
    </div>
  );
};

const LineFigures = ({ node }: { readonly node: NodeRun }) => {
  const { tree } = useGraphRun();
  const { stands } = useRunBasics();
  const goes = node.started_at !== null && node.ended_at === null && !stands;
  const now = useNow(goes ? 1000 : null);
  const figures = nodeFigures(node, tree.sums.get(node.id), now);
  const { elapsedMs, tokens, usd, free } = figures;
  return (
    <>
      <span className={styles.number}>{node.attempts > 1 ? node.attempts : ''}</span>
      <span className={styles.number}>
        {elapsedMs === null ? '' : goes ? formatElapsed(elapsedMs) : formatDuration(elapsedMs)}
      </span>
      <span className={styles.number} title={exactCount(tokens)}>
        {free ? '' : formatCount(tokens)}
      </span>
      <span className={styles.number} title={exactMoney(usd)}>
        {free ? '' : usd === null ? 'unknown' : formatMoney(usd)}
      </span>
    </>
  );
};

/** The line may be drawn only after the next frames. */
const focusRow = (holder: HTMLElement | null, id: string, tries = 8): void => {
  const row = holder?.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusRow(holder, id, tries - 1));
};
