import type { Span } from './span.ts';
import type { SpanFold } from './span-fold.ts';

/** A span that is over. */
export interface EndedSpan extends Omit<Readonly<Span>, 'endedAt'> {
  readonly endedAt: number;
}

/**
 * The spans that are over, of a session and of those inside of it (behind the one they are in). Each lies within the
 * one around it: where a clock was set, or something ended a moment after what it belongs to, the outer one lasts as
 * long as what is in it.
 */
export const endedSpans = (folds: readonly SpanFold[]): readonly EndedSpan[] => {
  const ended = folds
    .flatMap(({ spans }) => [...spans.values()])
    .flatMap(({ endedAt, ...span }) => (endedAt === null ? [] : [{ ...span, endedAt }]));
  const byId = new Map(ended.map((span) => [span.id, span]));
  for (const span of ended.toReversed()) {
    const outer = span.parentId === null ? undefined : byId.get(span.parentId);
    if (!outer) continue;
    outer.startedAt = Math.min(outer.startedAt, span.startedAt);
    outer.endedAt = Math.max(outer.endedAt, span.endedAt);
  }
  return ended;
};
