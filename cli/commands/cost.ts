import {
  AgentNetError,
  type BudgetState,
  type CostDimension,
  type CostSummary,
  costDimension,
} from '../../core/contract/index.ts';
import type { RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { noWords } from '../read-arguments.ts';
import { readTextFile } from '../read-text-file.ts';
import { countText, durationText, plural, usdText } from '../transcript/figures.ts';
import { createPaint } from '../transcript/paint.ts';
import { withCore } from '../with-core.ts';

/** A price table of all models there are is some hundred kilobytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/** `agentnet cost [--by provider|model|agent|session|project|day|hour] [--prices FILE] [--json]` */
export const showCosts: RunCommand = async (invocation, terminal) => {
  noWords(invocation, 'cost');
  const by = dimensionOf(invocation.text('by') ?? 'model');
  const file = invocation.text('prices');
  const table = file === undefined ? undefined : await readTextFile(file, terminal, MOST_BYTES);
  return withCore(invocation, terminal, async (core) => {
    const costs =
      table === undefined || file === undefined
        ? await core.api['cost.summary']({ by })
        : await core.reprice({ text: table, file }, { by, from: null, to: null });
    if (invocation.flag('json')) await terminal.out.write(`${JSON.stringify(costs)}\n`);
    else await terminal.out.write(tableText(costs, createPaint(terminal.colour).strong));
    return 0;
  });
};

const dimensionOf = (word: string): CostDimension => {
  const read = costDimension.safeParse(word);
  if (read.success) return read.data;
  throw new AgentNetError('input/usage', `Costs are not kept by ${plainText(word)}.`, {
    remedy: `Use --by with one of ${costDimension.options.join(', ')}.`,
  });
};

const figures = {
  usd: usdText,
  tokens: countText,
  seconds: (seconds: number) => durationText(seconds * 1000),
} as const satisfies Record<BudgetState['unit'], (amount: number) => string>;

const tableText = (costs: CostSummary, strong: (text: string) => string): string => {
  const { by, groups, budgets } = costs;
  const heading = [by, 'cost', 'calls', 'input', 'output', ''];
  const rows = groups.map(({ key, label, usd, calls, unknown_calls: unknown, tokens }) => [
    // Sessions are called alike; an id may be shortened to a beginning that only one has.
    by === 'session' && key !== label ? `${plainText(label)} (${key.slice(0, 8)})` : plainText(label),
    usdText(unknown === calls ? null : usd),
    countText(calls),
    countText(tokens.input),
    countText(tokens.output),
    unknown === 0 ? '' : `${plural(unknown, 'call')} of unknown price`,
  ]);
  const widths = heading.map((text, column) =>
    Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || column === cells.length - 1
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const caps = budgets.map(({ scope, key, unit, cap, spent, reserved }) => {
    const figure = figures[unit];
    const used = `${figure(spent)} spent, ${figure(reserved)} reserved of ${figure(cap)}`;
    return plainText(`Budget of the ${scope} ${key}: ${used}${unit === 'tokens' ? ' tokens' : ''}.`);
  });
  const unknown =
    costs.unknown_calls === 0 ? '' : `, ${countText(costs.unknown_calls)} of them of unknown price`;
  const total = `Total ${usdText(costs.total_usd)} in ${plural(costs.calls, 'call')}${unknown}; ${usdText(costs.reserved_usd)} reserved.`;
  return `${[...(rows.length === 0 ? [] : [strong(line(heading)), ...rows.map(line)]), total, ...caps].join('\n')}\n`;
};
