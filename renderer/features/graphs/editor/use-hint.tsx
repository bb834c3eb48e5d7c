import { useCallback, useRef } from 'react';
import { useEditorUi } from './editor-ui.tsx';

const SHOWN_MS = 6000;

/** Says something on the canvas for a few seconds. */
export const useHint = () => {
  const ui = useEditorUi();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return useCallback(
    (hint: string) => {
      clearTimeout(timer.current);
      ui.setState({ hint });
      timer.current = setTimeout(() => ui.setState({ hint: null }), SHOWN_MS);
    },
    [ui],
  );
};
