import type { EventData, RunEvent, RunEventOf } from '../../core/contract/index.ts';
import { plainText } from '../plain-text.ts';
import type { Terminal } from '../terminal.ts';
import { eventText } from './event-text.ts';
import { countText, durationText, plural, usdText } from './figures.ts';
import type { Paint } from './paint.ts';
import type { Presenter } from './presenter.ts';

const STUB = 'offline stub, not a language model';

/** What the turns of a node have used so far. */
interface Used {
  readonly startedAt: number;
  input: number;
  output: number;
  usd: number | null;
}

/** A run of a task graph: how each node comes out on standard error, the result on standard output. */
export const graphPresenter = (terminal: Pick<Terminal, 'out' | 'say'>, paint: Paint): Presenter => {
  const used = new Map<string, Used>();
  const say = (mark: string, text: string) => terminal.say(`${mark} ${plainText(text)}`);

  const ended = ({ at, data }: RunEventOf<'node-ended'>): void => {
    const { node, status, source, reason, branch, attempts } = data;
    const figures = used.get(node);
    used.delete(node);
    if (status === 'failed') return say(paint.warn('✗'), `${node}  ${reason ?? 'failed'}`);
    if (status !== 'done')
      return say(paint.faint('–'), `${node}  ${status}${reason === null ? '' : `: ${reason}`}`);
    const parts = [
      ...(source === 'run' ? [] : [source]),
      ...(branch === null ? [] : [`went ${branch}`]),
      ...(figures && source === 'run' ? [durationText(at - figures.startedAt)] : []),
      ...(figures && figures.input + figures.output > 0
        ? [`${countText(figures.input)} in, ${countText(figures.output)} out`, usdText(figures.usd)]
        : []),
      ...(attempts > 1 ? [plural(attempts, 'attempt')] : []),
      ...(reason === null ? [] : [reason]),
    ];
    say('✓', `${node}${parts.length === 0 ? '' : `  ${parts.join(' · ')}`}`);
  };

  const count = ({ node, output, cost }: EventData<'turn-ended'>): void => {
    const figures = node === undefined ? undefined : used.get(node);
    if (!figures) return;
    figures.input += output.tokens.input ?? 0;
    figures.output += output.tokens.output ?? 0;
    figures.usd = figures.usd === null || cost.usd === null ? null : figures.usd + cost.usd;
  };

  const tell = (event: RunEvent): void => {
    switch (event.type) {
      case 'session-created':
        return terminal.say(opening(event, paint));
      case 'node-started': {
        const { node, kind, attempt, agent } = event.data;
        if (!used.has(node)) used.set(node, { startedAt: event.at, input: 0, output: 0, usd: 0 });
        const again = attempt > 1 ? ` · attempt ${attempt}` : '';
        return say(paint.faint('▸'), `${node}  ${kind}${agent === null ? '' : ` · ${agent}`}${again}`);
      }
      case 'turn-ended':
        return count(event.data);
      case 'node-retried': {
        const { node, error, wait_ms } = event.data;
        return say(paint.warn('↻'), `${node}  ${error.message} · tried again in ${durationText(wait_ms)}`);
      }
      case 'nodes-added':
        return say(paint.faint('+'), `${event.data.parent}  ${plural(event.data.nodes.length, 'node')} more`);
      case 'child-started':
        return say(paint.faint('▸'), `${event.data.node}  session ${event.data.session_id}`);
      case 'approval-requested':
        return say(paint.strong('?'), `${event.data.node}  waits for a person`);
      case 'plan-proposed': {
        const { node, graph, auto, why } = event.data;
        const tasks = Array.isArray(graph['nodes']) ? graph['nodes'].length : 0;
        const what = why === 'plan' ? 'a plan' : 'a change of the plan';
        return say(
          paint.strong('?'),
          `${node}  ${what} of ${plural(tasks, 'task')}${auto ? '' : ', which waits for a person'}`,
        );
      }
      case 'node-ended':
        return ended(event);
      case 'turn-failed':
        return undefined;
      case 'session-paused':
        return terminal.say(
          paint.warn(
            event.data.node === undefined ? 'Paused.' : `Paused before ${plainText(event.data.node)}.`,
          ),
        );
      case 'session-ended':
        return terminal.say(ending(event.data, paint));
      default: {
        const text = eventText(event, paint);
        if (text !== undefined) terminal.say(text);
      }
    }
  };

  return async (message) => {
    if (message.kind !== 'event') return;
    const { event } = message;
    tell(event);
    if (event.type === 'session-ended') await terminal.out.write(`${plainText(event.data.topic_final)}\n`);
  };
};

const opening = (
  { session_id: id, data: { specification, chains } }: RunEventOf<'session-created'>,
  paint: Paint,
): string => {
  const nodes = specification.workflow?.graph['nodes'];
  const models = [...new Set(Object.values(chains).flatMap((chain) => chain.slice(0, 1)))];
  const stub = models.some((model) => model.startsWith('stub/')) ? ` (${STUB})` : '';
  return [
    `${paint.strong(plainText(specification.name))} ${paint.faint(`· ${specification.mode} · session ${id}`)}`,
    paint.faint(
      plainText(
        `${plural(Array.isArray(nodes) ? nodes.length : 0, 'node')} · ${specification.agents.join(', ')} · ${models.join(', ')}${stub}`,
      ),
    ),
  ].join('\n');
};

const ending = ({ outcome, reason, totals, stub }: EventData<'session-ended'>, paint: Paint): string => {
  const { tokens, calls, repeated_calls, usd } = totals;
  const repeated = repeated_calls > 0 ? `, ${repeated_calls} repeated` : '';
  return [
    `${paint.strong(`Ended: ${outcome}`)} ${plainText(`· ${reason}`)}`,
    paint.faint(
      `${plural(calls, 'call')}${repeated} · ${countText(tokens.input)} in, ${countText(tokens.output)} out · ` +
        `${usdText(usd)}${stub ? ` · ${STUB}` : ''}`,
    ),
  ].join('\n');
};
