import type { CostDimension, CostGroup } from '../contract/index.ts';

/** Caps in micro-USD, tokens and milliseconds; absent is none. */
export interface Caps {
  readonly microUsd?: number | undefined;
  readonly tokens?: number | undefined;
  readonly ms?: number | undefined;
}

/** The worst case of one call, asked of the budgets of the data folder. */
export interface ReservationRequest {
  readonly sessionId: string;
  readonly callId: string;
  /** The process that asks. */
  readonly owner: { readonly pid: number; readonly processStartedAt: number; readonly host: string };
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Local date, like `2026-11-21`. */
  readonly day: string;
  readonly project: string;
  readonly microUsd: number;
  readonly tokens: number;
  readonly caps: { readonly day: Caps; readonly project: Caps };
}

/** Time that a session has run since it asked last, and time that it wants to run on; in milliseconds. */
export interface TimeRequest {
  readonly sessionId: string;
  /** The process that asks. */
  readonly owner: ReservationRequest['owner'];
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Local dates: of now, and of the beginning of what was used. */
  readonly day: string;
  readonly usedDay: string;
  readonly project: string;
  readonly usedMs: number;
  /** 0: it does not run on, or no cap is set. */
  readonly wantedMs: number;
  /**
   * Of a cap that runs short a piece is a quarter of what is left, so that nobody has much that others may need, but
   * no less than this while there is as much.
   */
  readonly leastMs: number;
  readonly caps: { readonly day: Caps; readonly project: Caps };
}

/** `granted` may be less than what was wanted, and is more than 0 where any was. */
export type TimeAnswer =
  | { readonly kind: 'granted'; readonly ms: number }
  | { readonly kind: 'refused'; readonly standing: TimeStanding };

/** A cap on time that is used up; in milliseconds. */
export interface TimeStanding {
  readonly scope: 'day' | 'project';
  readonly key: string;
  readonly cap: number;
  readonly spent: number;
  readonly reserved: number;
}

/** A cap as it stood; amounts in micro-USD or tokens, by `unit`. */
export interface CapStanding {
  readonly scope: 'day' | 'project';
  readonly key: string;
  readonly unit: 'usd' | 'tokens';
  readonly cap: number;
  readonly spent: number;
  readonly reserved: number;
  readonly needed: number;
}

/** `awaited`: running calls of others may make room; `refused`: none can. */
export type ReservationAnswer =
  | { readonly kind: 'granted' }
  | { readonly kind: 'awaited' | 'refused'; readonly standing: CapStanding };

/** What became of a reservation; without amounts it is counted as spent in full. */
export interface Settlement {
  /** Null: all calls of the session. Its time is settled by itself. */
  readonly callId: string | null;
  readonly microUsd?: number | null;
  readonly tokens?: number;
}

export interface Amounts {
  readonly microUsd: number;
  readonly tokens: number;
  readonly ms: number;
}

/** What is spent and reserved of a day or a project. */
export interface Spending {
  readonly spent: Amounts;
  readonly reserved: Amounts;
}

export interface CostQuery {
  readonly by: CostDimension;
  /** Milliseconds since the epoch; `from` is within, `to` is not. */
  readonly from: number | null;
  readonly to: number | null;
}

/** A group whose money is in micro-USD, so that sums of it stay exact. */
export type CostRow = Omit<CostGroup, 'usd'> & { readonly microUsd: number };

/** One call with what it cost; tokens that nobody counted are 0. */
export interface CostCall {
  readonly key: string;
  readonly label: string;
  readonly model: string;
  readonly microUsd: number | null;
  readonly priceTable: string | null;
  readonly estimated: boolean;
  readonly cached: boolean;
  readonly usage: CostGroup['tokens'];
}

/** The ledger's side of the store: atomic over all processes on the data folder. */
export interface ReservationStore {
  /** Replaces an earlier reservation of the same call. */
  reserve(request: ReservationRequest): Promise<ReservationAnswer>;
  /** What is spent, with all that was appended before by this process and committed by others. */
  spent(sessionId: string, scope: 'day' | 'project', key: string): Promise<Amounts>;
  /** Counts what a session has run, and reserves a piece of time for it to run on. */
  holdTime(request: TimeRequest): Promise<TimeAnswer>;
  /** Gives a reservation back whose call was not made. */
  release(sessionId: string, callId: string): Promise<void>;
  /**
   * Gives back what the session reserved for calls that are not among these: their intent was never stored. Time
   * that a dead process had reserved is counted in full.
   */
  keepOnly(sessionId: string, callIds: readonly string[]): Promise<void>;
  spending(scope: 'day' | 'project', key: string): Promise<Spending>;
  /** Keys of the scope that anything is spent or reserved of. */
  spendingKeys(scope: 'day' | 'project'): Promise<readonly string[]>;
  /** Micro-USD reserved by all calls that run now. */
  reservedMicroUsd(): Promise<number>;
  costs(query: CostQuery): Promise<readonly CostRow[]>;
  /** The calls behind `costs`, one by one, with the key of their group. */
  calls(query: CostQuery): Promise<readonly CostCall[]>;
}
