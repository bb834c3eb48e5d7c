import type { CostDimension, CostGroup } from '../../../core/contract/index.ts';
import { formatMoney, plural } from '../../ui/index.ts';

/** What the table can be grouped by; hours are for the chart. */
export const tableDimensions = [
  'provider',
  'model',
  'agent',
  'session',
  'project',
  'day',
] as const satisfies readonly CostDimension[];
export type TableDimension = (typeof tableDimensions)[number];

export const dimensionWords: Record<TableDimension, string> = {
  provider: 'Provider',
  model: 'Model',
  agent: 'Agent',
  session: 'Session',
  project: 'Project',
  day: 'Day',
};

type Counts = Pick<CostGroup, 'usd' | 'calls' | 'unknown_calls'>;

/** Whether nothing at all is known of what these calls cost. */
export const isUnknown = ({ calls, unknown_calls: unknown }: Counts): boolean =>
  unknown > 0 && unknown === calls;

/** What is known to have been spent; unknown is a word and never a zero. */
export const spentWords = (counts: Counts): string =>
  isUnknown(counts) ? 'unknown' : `${formatMoney(counts.usd)}${counts.unknown_calls > 0 ? ' + unknown' : ''}`;

/** Why a sum is not the whole; undefined where it is. */
export const unknownWords = ({ calls, unknown_calls: unknown }: Counts): string | undefined =>
  unknown === 0
    ? undefined
    : `The cost of ${unknown === calls ? plural(calls, 'call') : `${plural(unknown, 'call')} of ${calls.toLocaleString('en-US')}`} is unknown, as no price is known for the model.`;
