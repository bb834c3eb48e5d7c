import type { EventData } from '../contract/index.ts';
import { type Upcasters, upcast } from './upcasters.ts';

/** A stored row of one of `COST_EVENTS`. */
export interface StoredCostEvent {
  readonly type: string;
  readonly version: number;
  readonly data: string;
}

/**
 * The data of a row for the fold of costs; undefined for a damaged one, which `verify` tells of: it costs nothing
 * and hides no other. Looks at what the fold reads and no further, so that a thread that only folds needs no schema.
 */
export const readCostEvent = (row: StoredCostEvent, steps: Upcasters): unknown => {
  try {
    const { data } = upcast(row.type, row.version, JSON.parse(row.data), steps);
    return SHAPES[row.type]?.(data) ? data : undefined;
  } catch {
    return undefined;
  }
};

/** Data of which nothing is known; a member of what is not there throws. */
type Unchecked<Names extends string> = Readonly<Record<Names, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isAmount = (value: unknown): boolean => value === null || Number.isSafeInteger(value);
const isAbsentOrAmount = (value: unknown): boolean => value === undefined || isAmount(value);

const SHAPES: Readonly<Record<string, (data: unknown) => boolean>> = {
  'session-created': (data) => {
    const { specification, forked_from: from } = data as Unchecked<'specification' | 'forked_from'>;
    const { name, metadata } = specification as Unchecked<'name' | 'metadata'>;
    const isFork = from !== undefined && from !== null;
    return (
      isText(name) &&
      typeof metadata === 'object' &&
      metadata !== null &&
      (!isFork || Number.isSafeInteger((from as Unchecked<'seq'>).seq))
    );
  },
  'session-resumed': (data) => {
    const { lost_calls: lost } = data as Unchecked<'lost_calls'>;
    return Array.isArray(lost) && lost.every(isText);
  },
  'cost-recorded': (data) => {
    const cost = data as Unchecked<keyof EventData<'cost-recorded'>>;
    const { cached_read, cached_write, reasoning } = (cost.usage === undefined ? {} : cost.usage) as Partial<
      Unchecked<'cached_read' | 'cached_write' | 'reasoning'>
    >;
    return (
      [cost.call_id, cost.agent, cost.provider, cost.model].every(isText) &&
      [cost.micro_usd, cost.input_tokens, cost.output_tokens].every(isAmount) &&
      (cost.price_table === null || isText(cost.price_table)) &&
      [cached_read, cached_write, reasoning].every(isAbsentOrAmount)
    );
  },
};
