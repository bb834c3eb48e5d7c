import { hostname } from 'node:os';
import type { RunEvent, SessionId, StreamId } from '../../../core/contract/index.ts';
import { type Effects, realEffects } from '../../../core/effects/index.ts';
import { currentOwner, type EventStore, type Owner } from '../../../core/storage/index.ts';

/** Damage done to stored rows behind the store's back. */
export type Tamper =
  | { readonly kind: 'change-data'; readonly seq: number; readonly from: string; readonly to: string }
  | { readonly kind: 'change-time'; readonly seq: number }
  | { readonly kind: 'change-type'; readonly seq: number; readonly to: string }
  | { readonly kind: 'change-hash'; readonly seq: number }
  | { readonly kind: 'drop'; readonly seq: number }
  | { readonly kind: 'swap'; readonly seq: number; readonly other: number }
  | { readonly kind: 'duplicate'; readonly seq: number }
  | { readonly kind: 'move-to'; readonly seq: number; readonly sessionId: SessionId; readonly as: number }
  | { readonly kind: 'cut-tail'; readonly rows: number }
  | { readonly kind: 'cut-tail-and-count'; readonly rows: number }
  | { readonly kind: 'drop-head' }
  /** Data that its type does not allow, with a hash that fits and everything after it sealed anew. */
  | { readonly kind: 'rewrite'; readonly seq: number; readonly data: string }
  | { readonly kind: 'change-projection' };

/** An empty place that any number of stores can be opened on, each standing for a process of its own. */
export interface StorePlace {
  /** The caller closes it. */
  open(effects?: Effects): Promise<EventStore>;
  tamper(sessionId: SessionId, change: Tamper): Promise<void>;
  /** All text that is stored anywhere, in one piece; to look for what must be gone. */
  everything(): Promise<string>;
  dispose(): Promise<void>;
}

/** What an implementation of the port brings to the suite. */
export interface StoreAdapter {
  readonly name: string;
  create(): Promise<StorePlace>;
}

export const livingOwner = (): Owner => currentOwner(realEffects);

/** No process has this id: Linux gives out ids up to 2^22. */
const NO_PROCESS = 2 ** 22 + 7;

export const deadOwner = (): Owner => ({ ...currentOwner(realEffects), pid: NO_PROCESS, host: hostname() });

export const readAll = async (store: EventStore, stream: StreamId): Promise<readonly RunEvent[]> => {
  const events: RunEvent[] = [];
  for await (const batch of store.read(stream)) events.push(...batch);
  return events;
};
