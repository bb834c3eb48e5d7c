import type { RunEvent } from '../../contract/index.ts';
import type { Span } from './span.ts';
import { type SpanKey, spanIdOf } from './span-ids.ts';

/** A session inside of a node. */
export interface SessionInside {
  readonly sessionId: string;
  /** The span below which its own stand. */
  readonly parentId: string;
}

/** The spans of one session so far. */
export interface SpanFold {
  readonly sessionId: string;
  /** The span around the session: of a node of another session. */
  readonly aroundId: string | null;
  /** In the order in which they began; a span stands behind the one that it is in. */
  readonly spans: Map<SpanKey, Span>;
  readonly inside: SessionInside[];
  /** Node that added this one, by node. */
  readonly addedBy: Map<string, string>;
  /** The round that lasts, and when something of it happened last. */
  round: { readonly key: SpanKey; readonly number: number; lastAt: number } | null;
  /** By turn: the place in its model chain that was asked last. */
  readonly links: Map<string, number>;
  /** Version of the program, as the log says it. */
  engine: string;
  lastAt: number;
}

export const emptySpanFold = (sessionId: string, aroundId: string | null): SpanFold => ({
  sessionId,
  aroundId,
  spans: new Map(),
  inside: [],
  addedBy: new Map(),
  round: null,
  links: new Map(),
  engine: '',
  lastAt: 0,
});

type NewSpan = Pick<Span, 'name' | 'attributes'> & {
  readonly within: SpanKey | null;
  readonly kind?: Span['kind'];
};

/** Begins a span; one that has begun already goes on. */
export const beginSpan = (
  fold: SpanFold,
  key: SpanKey,
  at: number,
  { within, name, attributes, kind = 'internal' }: NewSpan,
): void => {
  if (fold.spans.has(key)) return;
  // What it is in may be unknown to a damaged log.
  const outer = within === null || fold.spans.has(within) ? within : 'session';
  fold.spans.set(key, {
    id: spanIdOf(fold.sessionId, key),
    parentId: outer === null ? fold.aroundId : spanIdOf(fold.sessionId, outer),
    name,
    kind,
    startedAt: at,
    endedAt: null,
    attributes,
    marks: [],
    error: null,
  });
};

/** Ends a span that lasts. */
export const endSpan = (
  fold: SpanFold,
  key: SpanKey,
  at: number,
  { attributes = {}, error = null }: Partial<Pick<Span, 'attributes' | 'error'>> = {},
): void => {
  const span = fold.spans.get(key);
  if (!span || span.endedAt !== null) return;
  // A clock that was set back makes no span end before it began.
  span.endedAt = Math.max(span.startedAt, at);
  span.attributes = { ...span.attributes, ...attributes };
  span.error = error;
};

/** Puts an event beside a span. */
export const markSpan = (
  fold: SpanFold,
  key: SpanKey,
  { at, type }: Pick<RunEvent, 'at' | 'type'>,
  attributes: Span['attributes'] = {},
): void => {
  fold.spans.get(key)?.marks.push({ at, name: type, attributes });
};

/** The round that lasts is over; it lasted until something of it happened last. */
export const endRound = (fold: SpanFold): void => {
  if (fold.round) endSpan(fold, fold.round.key, fold.round.lastAt);
  fold.round = null;
};
