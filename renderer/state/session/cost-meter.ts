import type { RunningTurn, SessionSnapshot } from '../../../core/contract/index.ts';

interface Amount<Spent> {
  readonly spent: Spent;
  /** Set aside for the calls that run and for the sessions inside of nodes, as far as it is known. */
  readonly reserved: number;
  readonly cap: number | undefined;
}

/** How far a session has used its caps. */
interface CostMeter {
  /** `spent` is null where a price is not known. */
  readonly usd: Amount<number | null>;
  readonly tokens: Amount<number>;
  /** Calls run whose worst case nobody can tell. */
  readonly reservedUnknown: boolean;
}

type Costs = Pick<SessionSnapshot, 'running' | 'inside' | 'totals'> & {
  readonly specification: Pick<SessionSnapshot['specification'], 'budget'>;
};

export const costMeter = ({ totals, running, inside, specification: { budget } }: Costs): CostMeter => {
  const calls = running.flatMap(({ call }: RunningTurn) => (call === null ? [] : [call]));
  return {
    usd: {
      spent: totals.usd,
      reserved: sumOf([...calls, ...inside].map((one) => one.reserved_usd)),
      cap: budget.usd,
    },
    tokens: {
      spent: totals.tokens.input + totals.tokens.output,
      reserved: sumOf([...calls, ...inside].map((one) => one.reserved_tokens)),
      cap: budget.tokens,
    },
    reservedUnknown: calls.some((call) => call.reserved_usd === null),
  };
};

/** What nothing bounds has nothing set aside. */
const sumOf = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
