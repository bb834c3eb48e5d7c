import type { SessionQuery } from '../../event-store.ts';
import type { CostQuery } from '../../reservations.ts';
import type { Outcome } from '../storage-failure.ts';
import type { GraphQuestion } from './graph-reader.ts';
import type { ReadRequest } from './read-events.ts';
import type { VerifyProgress } from './verify-stream.ts';

export type ReaderRequest =
  | ReadRequest
  | { readonly kind: 'quarantined'; readonly stream: string; readonly after: number }
  | { readonly kind: 'head'; readonly stream: string }
  | { readonly kind: 'owner'; readonly sessionId: string; readonly now: number }
  | { readonly kind: 'partials'; readonly sessionId: string }
  | { readonly kind: 'sessions'; readonly query: SessionQuery; readonly now: number }
  | { readonly kind: 'session'; readonly sessionId: string; readonly now: number }
  | { readonly kind: 'interrupted'; readonly now: number }
  | { readonly kind: 'turns'; readonly sessionId: string; readonly after: number; readonly limit: number }
  | { readonly kind: 'search'; readonly query: string; readonly limit: number }
  | { readonly kind: 'verify'; readonly stream: string; readonly progress: VerifyProgress | null }
  | { readonly kind: 'spending'; readonly scope: 'day' | 'project'; readonly key: string }
  | { readonly kind: 'spending-keys'; readonly scope: 'day' | 'project' }
  | { readonly kind: 'reserved' }
  | { readonly kind: 'cost-calls'; readonly query: CostQuery }
  | { readonly kind: 'costs'; readonly query: CostQuery }
  | { readonly kind: 'graphs'; readonly question: GraphQuestion }
  | { readonly kind: 'statistics' };

export interface ToReader {
  readonly id: number;
  readonly request: ReaderRequest;
}

export interface FromReader {
  readonly id: number;
  readonly outcome: Outcome;
}

export interface ReaderData {
  readonly path: string;
}
