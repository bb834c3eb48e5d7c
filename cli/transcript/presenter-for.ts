import type { Invocation } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { jsonPresenter } from './json-presenter.ts';
import { livePresenter } from './live-presenter.ts';
import { createPaint } from './paint.ts';
import type { Presenter } from './presenter.ts';
import { textPresenter } from './text-presenter.ts';

/**
 * Events as lines for programs; for people the words as they come, or finished turns where nobody watches or
 * several sessions speak at once.
 */
export const presenterFor = (invocation: Invocation, terminal: Terminal, sessions: number): Presenter => {
  if (invocation.flag('json')) return jsonPresenter(terminal.out);
  const paint = createPaint(terminal.colour);
  return terminal.interactive && sessions === 1
    ? livePresenter(terminal.out, paint)
    : textPresenter(terminal.out, paint, sessions > 1);
};
