import type { CostGroup, CostSummary } from '../../../core/contract/index.ts';
import { csvCell } from './csv-cell.ts';

const columns = [
  'key',
  'label',
  'known_usd',
  'calls',
  'calls_of_unknown_cost',
  'calls_of_estimated_cost',
  'cached_calls',
  'input_tokens',
  'output_tokens',
  'cached_read_tokens',
  'cached_write_tokens',
  'reasoning_tokens',
] as const;

/** The groups of a summary as CSV (RFC 4180, CRLF), in the order given. Money to the micro-dollar. */
export const costCsv = (groups: readonly CostGroup[], by: CostSummary['by']): string =>
  [[by, ...columns.slice(1)].map(csvCell).join(','), ...groups.map(lineOf), ''].join('\r\n');

const lineOf = (group: CostGroup): string => {
  const { input, output, cached_read, cached_write, reasoning } = group.tokens;
  const allUnknown = group.calls > 0 && group.unknown_calls === group.calls;
  return [
    csvCell(group.key),
    csvCell(group.label),
    allUnknown ? csvCell('unknown') : group.usd.toFixed(6),
    group.calls,
    group.unknown_calls,
    group.estimated_calls,
    group.cached_calls,
    input,
    output,
    cached_read,
    cached_write,
    reasoning,
  ].join(',');
};
