import type { EventData } from '../contract/index.ts';

/** What the fold of a stream's costs knows between two events. */
export interface CostFold {
  readonly project: string;
  readonly name: string;
  /** Last event that a fork copied: what it cost was paid by the session it comes from. */
  readonly copied: number;
  /** Calls that a fork copied without their end: their cost is the other session's. */
  readonly notOwn: readonly string[];
}

export const NO_COSTS: CostFold = { project: 'default', name: '', copied: 0, notOwn: [] };

/** Types of events that the fold looks at; all others change nothing. */
export const COST_EVENTS = `('session-created', 'session-resumed', 'cost-recorded')`;

/** A row of the table of costs without its stream, in the order of the columns. */
export interface StoredCost {
  readonly seq: number;
  readonly at: number;
  readonly provider: string;
  readonly model: string;
  readonly agent: string;
  readonly project: string;
  /** Null is unknown. */
  readonly micro_usd: number | null;
  readonly estimated: 0 | 1;
  readonly cached: 0 | 1;
  readonly input: number;
  readonly output: number;
  readonly cached_read: number;
  readonly cached_write: number;
  readonly reasoning: number;
  readonly price_table: string | null;
}

interface CostEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: number;
}

/** Takes one event in; `cost` is the row that it adds, if any. */
export const foldCosts = (
  fold: CostFold,
  event: CostEvent,
  data: unknown,
): { readonly fold: CostFold; readonly cost: StoredCost | null } => {
  if (event.type === 'session-created') {
    const created = data as EventData<'session-created'>;
    const { name } = created.specification;
    const copied = created.forked_from?.seq ?? 0;
    return { fold: { ...fold, name, project: projectOf(created), copied }, cost: null };
  }
  if (event.type === 'session-resumed') {
    if (fold.copied === 0 || event.seq !== fold.copied + 1) return { fold, cost: null };
    return { fold: { ...fold, notOwn: (data as EventData<'session-resumed'>).lost_calls }, cost: null };
  }
  if (event.seq <= fold.copied) return { fold, cost: null };
  const cost = data as EventData<'cost-recorded'>;
  if (fold.notOwn.includes(cost.call_id)) {
    const notOwn = fold.notOwn.filter((callId) => callId !== cost.call_id);
    return { fold: { ...fold, notOwn }, cost: null };
  }
  return { fold, cost: rowOf(event, fold.project, cost) };
};

const rowOf = (
  { seq, at }: CostEvent,
  project: string,
  { usage, ...cost }: EventData<'cost-recorded'>,
): StoredCost => ({
  seq,
  at,
  provider: cost.provider,
  model: cost.model,
  agent: cost.agent,
  project,
  micro_usd: cost.micro_usd,
  estimated: cost.estimated ? 1 : 0,
  cached: cost.cached ? 1 : 0,
  input: cost.input_tokens ?? 0,
  output: cost.output_tokens ?? 0,
  cached_read: usage?.cached_read ?? 0,
  cached_write: usage?.cached_write ?? 0,
  reasoning: usage?.reasoning ?? 0,
  price_table: cost.price_table,
});

const projectOf = ({ specification: { metadata } }: EventData<'session-created'>): string =>
  typeof metadata['project'] === 'string' ? metadata['project'] : 'default';
