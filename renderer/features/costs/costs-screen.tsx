import { Download } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import type { CostSummary } from '../../../core/contract/index.ts';
import { type Command, explainError, goTo, hrefOf, useAct, useCommands } from '../../state/index.ts';
import {
  Button,
  ButtonLink,
  EmptyState,
  Page,
  Problem,
  plural,
  Segmented,
  Skeleton,
  saveText,
  useNow,
  useRemembered,
} from '../../ui/index.ts';
import { CostBudgets } from './cost-budgets.tsx';
import { CostChart } from './cost-chart.tsx';
import { costCsv } from './cost-csv.ts';
import { asCostRange, boundsOf, type CostRange, dayText } from './cost-range.ts';
import { CostTable } from './cost-table.tsx';
import { CostTotals } from './cost-totals.tsx';
import { dimensionWords, type TableDimension, tableDimensions } from './cost-words.ts';
import styles from './costs.module.css';
import { RangePicker } from './range-picker.tsx';
import { useSummary } from './use-summaries.tsx';

const lastMonth: CostRange = { kind: 'last', days: 30 };

interface CostsScreenProps {
  /** What the table is grouped by, out of the address. */
  readonly by: string | null;
}

/** Where the money went: over time, by any dimension, against the caps. */
export const CostsScreen = ({ by }: CostsScreenProps) => {
  const dimension = tableDimensions.find((one) => one === by) ?? 'model';
  const [range, setRange] = useRemembered('costs.range', lastMonth, asCostRange);
  const now = useNow(60_000);
  const known = boundsOf(range, now);
  const [from, to, valid] = [known?.from, known?.to, known !== undefined];
  const bounds = useMemo(
    () => (valid ? { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } : undefined),
    [valid, from, to],
  );
  const [summary, reload] = useSummary(dimension, bounds);
  const ready = summary.kind === 'ready' ? summary.value : undefined;
  const exportCsv = useExport(ready, now);
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'export-costs',
          title: 'Export costs as CSV',
          group: 'Costs',
          keys: 'e',
          enabled: ready !== undefined && ready.groups.length > 0,
          run: exportCsv,
        },
        ...tableDimensions.map((one) => ({
          id: `costs-by-${one}`,
          title: `Costs by ${one}`,
          group: 'Costs',
          words: 'group table',
          run: () => goTo({ screen: 'costs', by: one }),
        })),
      ],
      [ready, exportCsv],
    ),
  );
  return (
    <Page
      title="Costs"
      actions={
        <Button
          icon={<Download size={14} aria-hidden="true" />}
          disabled={ready === undefined || ready.groups.length === 0}
          onClick={exportCsv}
        >
          Export CSV
        </Button>
      }
    >
      <div className={styles.bar}>
        <RangePicker range={range} invalid={!valid} now={now} onChange={setRange} />
      </div>
      {summary.kind === 'failed' && (
        <div className={styles.problem}>
          <Problem {...explainError(summary.error)} actions={<Button onClick={reload}>Try again</Button>} />
        </div>
      )}
      {summary.kind === 'loading' && (
        <div className={styles.problem}>
          <Skeleton lines={8} label="Adding up" />
        </div>
      )}
      {ready !== undefined && (
        <div className={styles.screen}>
          <CostTotals summary={ready} />
          <div className={styles.panels}>
            <section className={styles.chartPanel} aria-label="Over time">
              {bounds !== undefined && <CostChart bounds={bounds} />}
            </section>
            <CostBudgets budgets={ready.budgets} />
          </div>
          {ready.calls === 0 ? (
            <NoCosts whole={range.kind === 'all'} onAll={() => setRange({ kind: 'all' })} />
          ) : (
            <>
              <div className={styles.tableHead}>
                <Segmented
                  label="Group by"
                  value={dimension}
                  options={tableDimensions.map((value) => ({ value, label: dimensionWords[value] }))}
                  onChange={(value) => goTo({ screen: 'costs', by: value })}
                />
                <span className={styles.count} role="status">
                  {plural(ready.groups.length, nouns[ready.by as TableDimension])}
                </span>
              </div>
              <CostTable key={ready.by} by={ready.by as TableDimension} groups={ready.groups} />
            </>
          )}
        </div>
      )}
    </Page>
  );
};

const nouns: Record<TableDimension, string> = {
  provider: 'provider',
  model: 'model',
  agent: 'agent',
  session: 'session',
  project: 'project',
  day: 'day',
};

const useExport = (summary: CostSummary | undefined, now: number) => {
  const act = useAct();
  return useCallback(() => {
    if (summary === undefined || summary.groups.length === 0) return;
    const name = `costs-by-${summary.by}-${dayText(now)}.csv`;
    void act(
      async () => saveText(name, 'text/csv', costCsv(summary.groups, summary.by)),
      `${name} saved with ${plural(summary.groups.length, 'line')}`,
    );
  }, [summary, now, act]);
};

const NoCosts = ({ whole, onAll }: { readonly whole: boolean; readonly onAll: () => void }) => (
  <EmptyState
    title={whole ? 'Nothing spent yet' : 'Nothing spent in this time'}
    text="Every model call is kept here with what it cost: by model, agent, session, project and day."
    actions={
      whole ? (
        <>
          <ButtonLink variant="primary" href={hrefOf({ screen: 'new-session', start: { kind: 'draft' } })}>
            New session
          </ButtonLink>
          <ButtonLink href={hrefOf({ screen: 'home' })}>Open a sample</ButtonLink>
        </>
      ) : (
        <Button onClick={onAll}>Show all time</Button>
      )
    }
  />
);
