import type { EventData, RunEvent } from '../../core/contract/index.ts';
import { plainText } from '../plain-text.ts';
import { countText, durationText, plural, usdText } from './figures.ts';
import type { Paint } from './paint.ts';

const STUB = 'offline stub, not a language model';

/** The heading of a turn: who speaks, and what for. */
export const turnHeading = (
  {
    agent,
    kind,
    node,
  }: { readonly agent: string; readonly kind: string; readonly node?: string | undefined },
  paint: Paint,
): string =>
  `${paint.speaker(plainText(agent))} ${paint.faint(plainText(`· ${kind}${node === undefined ? '' : ` of ${node}`}`))}`;

/** The figures under a turn. */
export const turnFigures = (turn: EventData<'turn-ended'>, paint: Paint): string => {
  const { output, cost, timing } = turn;
  const parts = [
    ...(output.confidence === null ? [] : [`confidence ${output.confidence.toFixed(2)}`]),
    `${countText(output.tokens.input)} in, ${countText(output.tokens.output)} out`,
    usdText(cost.usd),
    durationText(timing.latency_ms),
    plainText(`${cost.provider}/${cost.model}`) + (turn.stub ? ' (stub)' : ''),
    ...(turn.attempts > 1 ? [plural(turn.attempts, 'attempt')] : []),
    ...(turn.truncated ? ['cut at the output limit'] : []),
  ];
  return paint.faint(`  ${parts.join(' · ')}`);
};

const created = (
  { specification, chains }: EventData<'session-created'>,
  id: string,
  paint: Paint,
): string => {
  const models = [...new Set(Object.values(chains).flatMap((chain) => chain.slice(0, 1)))];
  const stub = models.some((model) => model.startsWith('stub/')) ? ` (${STUB})` : '';
  return [
    `${paint.strong(plainText(specification.name))} ${paint.faint(`· ${specification.mode} · session ${id}`)}`,
    plainText(specification.topic),
    paint.faint(`${specification.agents.join(', ')} · ${models.join(', ')}${stub}`),
  ].join('\n');
};

const measured = (data: EventData<'convergence-measured'>, paint: Paint): string => {
  const value = data.value === null ? '–' : data.value.toFixed(2);
  const sign = data.met ? 'met' : 'not yet';
  return paint.faint(
    plainText(
      `  convergence, ${data.method}: ${value} of ${data.threshold.toFixed(2)}, ${sign}. ${data.why}`,
    ),
  );
};

const tallied = (data: EventData<'vote-tallied'>, paint: Paint): string => {
  const counts = Object.entries(data.counts).map(([option, count]) => `${option} ${count}`);
  return `${paint.strong('  vote')} ${plainText(`${counts.join(', ')}. ${data.why}`)}`;
};

const ended = (data: EventData<'session-ended'>, paint: Paint): string => {
  const { tokens, calls, repeated_calls, usd } = data.totals;
  const repeated = repeated_calls > 0 ? `, ${repeated_calls} repeated` : '';
  return [
    `${paint.strong(`Ended: ${data.outcome}`)} ${plainText(`· ${data.reason}`)}`,
    '',
    plainText(data.topic_final),
    '',
    paint.faint(
      `${plural(data.rounds_executed, 'round')} · ${plural(calls, 'call')}${repeated} · ` +
        `${countText(tokens.input)} in, ${countText(tokens.output)} out · ${usdText(usd)}` +
        (data.stub ? ` · ${STUB}` : ''),
    ),
  ].join('\n');
};

/** What an event says to a reader of the transcript, if anything; finished turns with their whole text. */
export const eventText = (event: RunEvent, paint: Paint): string | undefined => {
  switch (event.type) {
    case 'session-created':
      return created(event.data, event.session_id, paint);
    case 'session-resumed': {
      const lost = event.data.lost_calls.length;
      const repeat = lost > 0 ? `; ${plural(lost, 'call')} without a known answer repeated` : '';
      return paint.warn(`Resumed (${event.data.reason})${repeat}.`);
    }
    case 'session-interrupted':
      return paint.warn(plainText(`Interrupted: ${event.data.reason}.`));
    case 'session-paused':
      return paint.warn('Paused.');
    case 'interjection-recorded':
      return plainText(
        `${event.data.from} to ${event.data.to}${event.data.whisper ? ' (whisper)' : ''}: ${event.data.text}`,
      );
    case 'budget-awaited':
      return paint.warn(plainText(`Waiting for room in the budget of ${budgetName(event.data)}.`));
    case 'downgrade-switched':
      return paint.warn(plainText(ruleText(event.data)));
    case 'call-started': {
      const { model, downgraded_from: from, downgrade_rule: rule } = event.data;
      if (from === undefined) return undefined;
      const why = rule === undefined ? 'which did not fit a budget' : `by the rule “${rule}”`;
      return paint.warn(plainText(`  ${model} is asked instead of ${from}, ${why}`));
    }
    case 'limit-reached':
      return paint.warn(plainText(`The limit of ${event.data.limit} (${capText(event.data)}) is reached.`));
    case 'round-started':
      return paint.strong(`── Round ${event.data.round} · ${event.data.phase} `.padEnd(72, '─'));
    case 'turn-ended': {
      const { data } = event;
      return [turnHeading(data, paint), plainText(data.output.content), turnFigures(data, paint)].join('\n');
    }
    case 'turn-failed': {
      const text = event.data.text === '' ? [] : [plainText(event.data.text), paint.warn('  (incomplete)')];
      return [
        turnHeading(event.data, paint),
        ...text,
        paint.warn(plainText(`  ${event.data.error.message}`)),
      ].join('\n');
    }
    case 'call-delayed':
      return paint.warn(plainText(`  ${delayText(event.data)}`));
    case 'call-retried': {
      const { error, wait_ms } = event.data;
      return paint.warn(plainText(`  ${error.message} · asked again in ${durationText(wait_ms)}`));
    }
    case 'call-ended':
      return event.data.outcome.kind === 'failed'
        ? paint.warn(plainText(`  ${event.data.outcome.error.message}`))
        : undefined;
    case 'convergence-measured':
      return measured(event.data, paint);
    case 'vote-tallied':
      return tallied(event.data, paint);
    case 'session-ended':
      return ended(event.data, paint);
    default:
      return undefined;
  }
};

/** Whether an empty line goes before it. */
export const opensParagraph = (type: RunEvent['type']): boolean =>
  type === 'round-started' || type === 'turn-ended' || type === 'turn-failed' || type === 'session-ended';

const budgetName = ({ scope, key }: { readonly scope: string; readonly key: string }): string =>
  scope === 'day' ? `the day ${key}` : `the project ${key}`;

const delayText = ({ account, model, reason, limit, wait_ms }: EventData<'call-delayed'>): string =>
  reason === 'cooldown'
    ? `waits ${durationText(wait_ms)}: ${model} asked for patience`
    : `waits ${durationText(wait_ms)} for ${account}'s limit of ${limit} ${reason}/min`;

const ruleText = ({ rule, state, above, spent }: EventData<'downgrade-switched'>): string => {
  const figures = `${spent / 1e6} USD spent, ${above / 1e6} allowed`;
  return state === 'on'
    ? `The rule “${rule}” holds (${figures}): calls step down to cheaper models.`
    : `The rule “${rule}” does not hold any more (${figures}).`;
};

const capText = ({ limit, cap, scope }: EventData<'limit-reached'>): string => {
  const figure = limit === 'usd' ? `${cap} USD` : countText(cap);
  return scope === undefined ? figure : `${figure}, ${scope}`;
};
