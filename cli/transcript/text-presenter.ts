import type { Output } from '../output.ts';
import { eventText, opensParagraph } from './event-text.ts';
import type { Paint } from './paint.ts';
import type { Presenter } from './presenter.ts';

/** Finished turns and what lies between them. With several sessions each piece says which one it belongs to. */
export const textPresenter =
  (out: Output, paint: Paint, severalSessions: boolean): Presenter =>
  async (message) => {
    if (message.kind !== 'event') return;
    const { event } = message;
    const text = eventText(event, paint);
    if (text === undefined) return;
    const mark = severalSessions ? `${paint.faint(`[${event.session_id.slice(0, 8)}]`)} ` : '';
    await out.write(`${opensParagraph(event.type) ? '\n' : ''}${mark}${text}\n`);
  };
