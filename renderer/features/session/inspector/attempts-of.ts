import type { CallOutcome } from '../../../../core/contract/index.ts';
import { formatDuration } from '../../../ui/index.ts';
import type { TurnCall } from './find-calls.ts';

/** One try of a turn: an attempt that was made again, or what its call came to at last. */
export interface Attempt {
  readonly key: string;
  readonly state: 'waited' | 'under-way' | 'answered' | 'cached' | 'retried' | 'failed' | 'abandoned';
  readonly model: string;
  /** Where in the model chain: `first of the chain`, `fallback 1`. */
  readonly place: string;
  readonly says: string;
  readonly code: string | null;
  /** Milliseconds until the next attempt; null where none followed. */
  readonly waitMs: number | null;
}

/** All attempts of a turn's calls in their order. */
export const attemptsOf = (calls: readonly TurnCall[]): readonly Attempt[] =>
  calls.flatMap(({ started, outcome, retries, delays }) => {
    const place = placeOf(started);
    return [
      ...delays.map(
        (delay, index): Attempt => ({
          key: `${started.call_id} waited ${index}`,
          state: 'waited',
          model: delay.model,
          place,
          says: delayWords(delay),
          code: null,
          waitMs: null,
        }),
      ),
      ...retries.map(
        (retry): Attempt => ({
          key: `${started.call_id} ${retry.attempt}`,
          state: 'retried',
          model: retry.model,
          place,
          says: retry.error.message,
          code: retry.error.code,
          waitMs: retry.wait_ms,
        }),
      ),
      { key: started.call_id, place, waitMs: null, ...endOf(started.model, outcome) },
    ];
  });

const delayWords = ({
  reason,
  account,
  limit,
  wait_ms: least,
  waitedMs,
}: TurnCall['delays'][number]): string => {
  const why =
    reason === 'cooldown' ? 'it asked for patience' : `${account}’s limit of ${limit} ${reason}/min`;
  return waitedMs === null
    ? `waits at least ${formatDuration(least)}: ${why}`
    : `waited ${formatDuration(waitedMs)}: ${why}`;
};

const placeOf = (started: TurnCall['started']): string => {
  const { link, repeated, compressed, downgraded_from: from, downgrade_rule: rule } = started;
  if (from !== undefined && rule !== undefined) return `instead of ${from}, by the rule “${rule}”`;
  if (from !== undefined) return `instead of ${from}, which did not fit a budget`;
  if (compressed === true) return 'again, with half of the prompt';
  if (repeated) return 'again, after a crash';
  return link === 0 ? 'first of the chain' : `fallback ${link}`;
};

const endOf = (
  asked: string,
  outcome: CallOutcome | null,
): Pick<Attempt, 'state' | 'model' | 'says' | 'code'> => {
  if (outcome === null) return { state: 'under-way', model: asked, says: 'under way', code: null };
  switch (outcome.kind) {
    case 'answered':
      return outcome.cached === true
        ? { state: 'cached', model: asked, says: 'answered from the cache, at no cost', code: null }
        : { state: 'answered', model: asked, says: answeredBy(asked, outcome.model), code: null };
    case 'failed':
      return { state: 'failed', model: asked, says: outcome.error.message, code: outcome.error.code };
    case 'abandoned':
      return { state: 'abandoned', model: asked, says: `given up: ${outcome.reason}`, code: null };
  }
};

/** Providers answer to an alias with the exact model, which is worth telling only where it is another name. */
const answeredBy = (asked: string, answered: string): string =>
  asked === answered || asked.endsWith(`/${answered}`) ? 'answered' : `answered by ${answered}`;
