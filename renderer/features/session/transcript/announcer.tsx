import { useEffect, useRef, useState } from 'react';
import { turnKindWord } from '../../../state/index.ts';
import { useSession } from '../session-context.tsx';

/** Tells a screen reader of finished turns, in a short sentence each; never of tokens. */
export const Announcer = () => {
  const { view } = useSession();
  const [sentence, setSentence] = useState('');
  const told = useRef(view.turns.length);
  useEffect(() => {
    const fresh = view.turns.slice(told.current);
    told.current = view.turns.length;
    if (fresh.length === 0) return;
    setSentence(
      fresh
        .slice(-3)
        .map((turn) => `${turn.agent} has finished: ${turnKindWord(turn.kind)}, round ${turn.round}.`)
        .join(' '),
    );
  }, [view.turns]);
  useEffect(() => {
    if (view.ended !== null) setSentence(`The session has ended: ${view.ended.reason}`);
  }, [view.ended]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </p>
  );
};
