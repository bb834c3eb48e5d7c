import type { Mode } from '../../core/contract/index.ts';
import type { Invocation } from '../command.ts';
import type { Terminal } from '../terminal.ts';
import { graphPresenter } from './graph-presenter.ts';
import { jsonPresenter } from './json-presenter.ts';
import { livePresenter } from './live-presenter.ts';
import { createPaint } from './paint.ts';
import type { Presenter } from './presenter.ts';
import { textPresenter } from './text-presenter.ts';

/**
 * Events as lines for programs; for people the words as they come, or finished turns where nobody watches or
 * several sessions speak at once. A run of a task graph tells of its nodes.
 */
export const presenterFor = (
  invocation: Invocation,
  terminal: Terminal,
  sessions: number,
  mode?: Mode,
): Presenter => {
  if (invocation.flag('json')) return jsonPresenter(terminal.out);
  const paint = createPaint(terminal.colour);
  if (mode === 'workflow' || mode === 'delegation') return graphPresenter(terminal, paint);
  return terminal.interactive && sessions === 1
    ? livePresenter(terminal.out, paint)
    : textPresenter(terminal.out, paint, sessions > 1);
};
