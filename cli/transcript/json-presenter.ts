import type { Output } from '../output.ts';
import type { Presenter } from './presenter.ts';

/** Every stored event in its wire form, one a line. */
export const jsonPresenter =
  (out: Output): Presenter =>
  async (message) => {
    if (message.kind === 'event') await out.write(`${JSON.stringify(message.event)}\n`);
  };
