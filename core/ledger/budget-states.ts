import type { BudgetState, Settings } from '../contract/index.ts';
import type { ReservationStore } from '../storage/index.ts';

/** The caps that are set and how far they are used; money in dollars. */
export const budgetStates = async (
  reservations: ReservationStore,
  { day, project }: Settings['budgets'],
  today: string,
): Promise<readonly BudgetState[]> => {
  const states: BudgetState[] = [];
  const add = async (
    scope: 'day' | 'project',
    key: string,
    caps: NonNullable<Settings['budgets']['day']>,
  ) => {
    const { spent, reserved } = await reservations.spending(scope, key);
    const { usd, tokens, seconds } = caps;
    if (usd !== undefined) {
      const amounts = { cap: usd, spent: spent.microUsd / 1e6, reserved: reserved.microUsd / 1e6 };
      states.push({ scope, key, unit: 'usd', ...amounts });
    }
    if (tokens !== undefined) {
      states.push({
        scope,
        key,
        unit: 'tokens',
        cap: tokens,
        spent: spent.tokens,
        reserved: reserved.tokens,
      });
    }
    if (seconds !== undefined) {
      const amounts = { cap: seconds, spent: spent.ms / 1000, reserved: reserved.ms / 1000 };
      states.push({ scope, key, unit: 'seconds', ...amounts });
    }
  };
  if (day) await add('day', today, day);
  if (project) {
    const keys = await reservations.spendingKeys('project');
    for (const key of keys.length === 0 ? ['default'] : keys) await add('project', key, project);
  }
  return states;
};
