import type { LiveSignal, RunEvent } from '../../core/contract/index.ts';
import type { Output } from '../output.ts';
import { plainText } from '../plain-text.ts';
import { eventText, opensParagraph, turnFigures, turnHeading } from './event-text.ts';
import type { Paint } from './paint.ts';
import type { Presenter } from './presenter.ts';

/** Models that can are asked for a block of data at the end; it is not for readers. */
const FENCE = '```';

interface Speaker {
  readonly agent: string;
  readonly callId: string;
  kind: string;
  text: string;
  /** How much of the text is on the screen. */
  shown: number;
}

/**
 * The words as they come. One speaker has the screen; what others say meanwhile waits until it is their turn, in
 * speaking order.
 */
export const livePresenter = (out: Output, paint: Paint): Presenter => {
  const speakers = new Map<string, Speaker>();
  const kinds = new Map<string, string>();
  /** What happened to others while one speaks. */
  const waiting: string[] = [];
  let onScreen: string | undefined;

  const showMore = async (taskId: string, speaker: Speaker): Promise<void> => {
    const fence = speaker.text.indexOf(FENCE);
    // A fence may be cut in the middle; its first marks wait for the rest.
    const end = fence >= 0 ? fence : speaker.text.length - (/`{1,2}$/.exec(speaker.text)?.[0].length ?? 0);
    if (end <= speaker.shown) return;
    if (onScreen !== taskId) {
      onScreen = taskId;
      await out.write(`\n${turnHeading(speaker, paint)}\n`);
    }
    await out.write(plainText(speaker.text.slice(speaker.shown, end)));
    speaker.shown = end;
  };

  const hear = async (signal: LiveSignal): Promise<void> => {
    const known = speakers.get(signal.task_id);
    const speaker =
      known?.callId === signal.call_id
        ? known
        : {
            agent: signal.agent,
            callId: signal.call_id,
            kind: kinds.get(signal.task_id) ?? '',
            text: '',
            shown: 0,
          };
    speakers.set(signal.task_id, speaker);
    // A watcher that joins late, or a repeated piece, must not double what is there.
    if (signal.offset > speaker.text.length) return;
    speaker.text = speaker.text.slice(0, signal.offset) + signal.text;
    if (onScreen === undefined || onScreen === signal.task_id) await showMore(signal.task_id, speaker);
  };

  const endTurn = async (event: RunEvent & { readonly type: 'turn-ended' }): Promise<boolean> => {
    const { task_id: taskId, output } = event.data;
    const speaker = speakers.get(taskId);
    speakers.delete(taskId);
    if (onScreen !== taskId || !speaker) return false;
    const said = speaker.text.slice(0, speaker.shown);
    const rest = output.content.startsWith(said) ? output.content.slice(said.length).trimEnd() : '';
    await out.write(
      `${plainText(rest)}${`${said}${rest}`.endsWith('\n') ? '' : '\n'}${turnFigures(event.data, paint)}\n`,
    );
    return true;
  };

  const freeScreen = async (): Promise<void> => {
    onScreen = undefined;
    for (const text of waiting.splice(0)) await out.write(text);
    const [next] = speakers;
    if (next) await showMore(...next);
  };

  return async (message) => {
    if (message.kind === 'caught-up') return;
    if (message.kind === 'signal') return hear(message.signal);
    const { event } = message;
    const taskId = 'task_id' in event.data ? event.data.task_id : undefined;
    if (event.type === 'turn-started') kinds.set(event.data.task_id, event.data.kind);
    if (event.type === 'turn-ended' && (await endTurn(event))) return freeScreen();
    if (event.type === 'turn-failed') speakers.delete(event.data.task_id);
    const text = eventText(event, paint);
    if (text === undefined) return;
    const lines = `${opensParagraph(event.type) ? '\n' : ''}${text}\n`;
    if (onScreen !== undefined && taskId !== undefined && taskId !== onScreen) {
      waiting.push(lines);
      return;
    }
    await out.write(onScreen === undefined ? lines : `\n${lines}`);
    await freeScreen();
  };
};
