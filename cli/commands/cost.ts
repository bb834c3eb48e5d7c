import {
  AgentNetError,
  type CostDimension,
  type CostSummary,
  costDimension,
} from '../../core/contract/index.ts';
import type { RunCommand } from '../command.ts';
import { plainText } from '../plain-text.ts';
import { noWords } from '../read-arguments.ts';
import { readTextFile } from '../read-text-file.ts';
import { countText, plural, usdText } from '../transcript/figures.ts';
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

const tableText = (costs: CostSummary, strong: (text: string) => string): string => {
  const { by, groups, budgets } = costs;
  const heading = [by, 'cost', 'calls', 'input', 'output', ''];
  const rows = groups.map(({ label, usd, calls, unknown_calls: unknown, tokens }) => [
    plainText(label),
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
    const figure = unit === 'usd' ? usdText : countText;
    const used = `${figure(spent)} spent, ${figure(reserved)} reserved of ${figure(cap)}`;
    return plainText(`Budget of the ${scope} ${key}: ${used}${unit === 'usd' ? '' : ' tokens'}.`);
  });
  const unknown =
    costs.unknown_calls === 0 ? '' : `, and ${plural(costs.unknown_calls, 'call')} of unknown price`;
  const total = `Total ${usdText(costs.total_usd)} in ${plural(costs.calls, 'call')}${unknown}; ${usdText(costs.reserved_usd)} reserved.`;
  return `${[...(rows.length === 0 ? [] : [strong(line(heading)), ...rows.map(line)]), total, ...caps].join('\n')}\n`;
};
