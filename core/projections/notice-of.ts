import type { EventData, Notice, RunEvent } from '../contract/index.ts';

type Words = Pick<Notice, 'kind' | 'text'> & Partial<Pick<Notice, 'agent' | 'whisper' | 'from'>>;

/** The line that a transcript shows for what happened between turns; undefined for events without one. */
export const noticeOf = (event: RunEvent, round: number): Notice | undefined => {
  const words = wordsOf(event);
  return words && { seq: event.seq, at: event.at, round, agent: null, whisper: false, ...words };
};

const wordsOf = (event: RunEvent): Words | undefined => {
  switch (event.type) {
    case 'interjection-recorded': {
      const { from, to, text, whisper } = event.data;
      return { kind: 'interjection', from, text, whisper, agent: to === 'all' ? null : to };
    }
    case 'pause-requested':
      return { kind: 'pause', text: pauseText(event.data.when) };
    case 'session-paused':
      return { kind: 'pause', text: 'Paused.' };
    case 'session-resumed':
      return { kind: 'resume', text: resumeText(event.data) };
    case 'session-interrupted':
      return { kind: 'interrupted', text: `Interrupted: ${event.data.reason}` };
    case 'stop-requested':
      return {
        kind: 'stop',
        text: `Stopped by ${event.data.by}, ${event.data.synthesis ? 'with' : 'without'} a synthesis.`,
      };
    case 'speaker-skipped':
      return {
        kind: 'skip',
        agent: event.data.agent,
        text: `${event.data.agent} is passed over in this round.`,
      };
    case 'rounds-extended':
      return { kind: 'extend', text: `${counted(event.data.rounds, 'round')} added.` };
    case 'deadline-passed':
      return { kind: 'deadline', text: deadlineText(event.data) };
    case 'budget-awaited':
      return {
        kind: 'limit',
        text: `A call of ${event.data.model} had to wait for room in ${budgetText(event.data)}.`,
      };
    case 'budget-refused':
      return {
        kind: 'limit',
        text: `No room for a call of ${event.data.model} in ${budgetText(event.data)}.`,
      };
    case 'downgrade-switched':
      return { kind: 'downgrade', text: switchText(event.data) };
    case 'limit-reached':
      return { kind: 'limit', text: limitText(event.data) };
    case 'turn-failed':
      return { kind: 'failure', agent: event.data.agent, text: `${event.data.agent}: ${event.data.reason}` };
    default:
      return undefined;
  }
};

const deadlineText = ({ cap, scope, key = '' }: EventData<'deadline-passed'>): string => {
  const whose =
    scope === 'day' || scope === 'project'
      ? ` of ${budgetText({ scope, key })}`
      : scope === 'turn'
        ? ' of a turn'
        : '';
  return `The time cap${whose} of ${cap} s is reached.`;
};

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const pauseText = (when: 'after-turn' | 'now'): string =>
  when === 'now' ? 'Pausing now; what was said so far is kept.' : 'Pausing after the running turns.';

const resumeText = ({ reason, lost_calls: lost }: EventData<'session-resumed'>): string => {
  switch (reason) {
    case 'user':
      return 'Resumed.';
    case 'step':
      return 'Going on for one turn.';
    case 'crash':
    case 'signal': {
      const start = reason === 'crash' ? 'Resumed after a crash' : 'Resumed after it was ended';
      return lost.length === 0
        ? `${start}.`
        : `${start}; ${counted(lost.length, 'call')} lost and made again.`;
    }
  }
};

const budgetText = ({ scope, key }: { readonly scope: 'day' | 'project'; readonly key: string }): string =>
  scope === 'day' ? `the budget of the day (${key})` : `the budget of the project ${key}`;

const switchText = ({
  rule,
  state,
  measure,
  key = '',
  above,
  spent,
}: EventData<'downgrade-switched'>): string => {
  const where = { day_usd: 'today', project_usd: `in the project ${key}`, usd_per_minute: 'in a minute' };
  const figures = `${spent / 1e6} USD spent ${where[measure]}, the rule allows ${above / 1e6}`;
  return state === 'on'
    ? `The rule “${rule}” holds (${figures}): calls step down to cheaper models of their chain.`
    : `The rule “${rule}” does not hold any more (${figures}).`;
};

const limitText = ({ limit, cap, spent, needed, scope, key }: EventData<'limit-reached'>): string => {
  const whose = scope === undefined ? '' : ` of the ${scope}${scope === 'project' ? ` ${key ?? ''}` : ''}`;
  const next = (unit: string) =>
    needed === undefined ? '' : `, and the next call may need ${needed}${unit}`;
  switch (limit) {
    case 'rounds':
      return `The cap of ${counted(cap, 'round')} is reached.`;
    case 'seconds':
      return `The time cap${whose} of ${cap} s is reached.`;
    case 'tokens':
      return `The token cap${whose} of ${cap} is reached: ${spent} spent${next('')}.`;
    case 'usd':
      return `The money cap${whose} of ${cap} USD is reached: ${spent} USD spent${next(' USD')}.`;
  }
};
