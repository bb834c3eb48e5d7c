import { useEffect } from 'react';
import { createKeyDispatcher, type PressPlace, useCommandStore } from '../../state/index.ts';

const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const CONTROLS =
  'button, a[href], summary, [role="tab"], [role="radio"], [role="slider"], [role="switch"], [role="separator"]';

/** One listener for all shortcuts of the page. */
export const useKeyboard = (): void => {
  const store = useCommandStore();
  useEffect(() => {
    const dispatcher = createKeyDispatcher();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = dispatcher.press(event, placeOf(event), store.getState().commands, event.timeStamp);
      if (command === undefined) return;
      event.preventDefault();
      command.run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store]);
};

const placeOf = (event: KeyboardEvent): PressPlace => {
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return 'page';
  if (target.closest(OVERLAYS) !== null) return 'overlay';
  if (target.isContentEditable || target.matches('input, textarea, select')) return 'text';
  return target.closest(CONTROLS) === null ? 'page' : 'control';
};
