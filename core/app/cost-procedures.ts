import type { CoreApi, CostGroup } from '../contract/index.ts';
import { forecast } from '../cost/index.ts';
import { checkSpecification, inputError } from '../scenario/index.ts';
import type { CostRow } from '../storage/index.ts';
import type { CoreContext } from './core-context.ts';
import { specificationNames } from './specification-names.ts';

type CostProcedures = Pick<CoreApi, Extract<keyof CoreApi, `cost.${string}`>>;

export const costProcedures = (context: CoreContext): CostProcedures => ({
  'cost.summary': async (input) => {
    const by = input.by ?? 'model';
    const from = input.from === undefined ? null : Number(input.from);
    const to = input.to === undefined ? null : Number(input.to);
    const rows = await context.store.reservations.costs({ by, from, to });
    const { reservedMicroUsd, budgets } = await context.ledger.state();
    const sum = (pick: (row: CostRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
    return {
      by,
      from,
      to,
      total_usd: sum(({ microUsd }) => microUsd) / 1e6,
      reserved_usd: reservedMicroUsd / 1e6,
      calls: sum(({ calls }) => calls),
      unknown_calls: sum(({ unknown_calls: unknown }) => unknown),
      groups: rows.map(toGroup),
      budgets: [...budgets],
    };
  },
  'cost.forecast': async (input) => {
    const read = checkSpecification(input, await specificationNames(context));
    if (!read.ok) throw inputError(read.problems, 'Correct it and ask again.');
    return forecast(await context.planSession(read.value));
  },
});

const toGroup = ({ microUsd, ...row }: CostRow): CostGroup => ({ ...row, usd: microUsd / 1e6 });
