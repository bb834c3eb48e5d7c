import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useCore } from '../../../state/index.ts';
import { IconButton, Progress, TextInput } from '../../../ui/index.ts';
import { useSession } from '../session-context.tsx';
import { findInTurns } from './find-in-turns.ts';
import { markFound } from './mark-found.tsx';
import styles from './transcript.module.css';

interface Search {
  readonly matches: readonly string[];
  /** 0 to 1; 1 is done. */
  readonly progress: number;
}

const noSearch: Search = { matches: [], progress: 1 };
const TYPING_MS = 150;

/** Finds words in all turns of the session, loaded or not. */
export const FindBar = ({ onClose }: { readonly onClose: () => void }) => {
  const core = useCore();
  const { id, view, select, rows } = useSession();
  const [query, setQuery] = useState('');
  const [search, setSearch] = useState(noSearch);
  const [current, setCurrent] = useState(-1);
  const abort = useRef<AbortController | null>(null);
  const total = view.turns.length;

  useEffect(() => {
    const words = query.trim();
    setCurrent(-1);
    setSearch(noSearch);
    if (words === '') return;
    const controller = new AbortController();
    abort.current = controller;
    const load = async (after: number, limit: number) =>
      (await core['sessions.turns']({ id, after, limit })).items;
    const run = async () => {
      for await (const step of findInTurns(load, total, words)) {
        if (controller.signal.aborted) return;
        setSearch(step);
      }
    };
    const timer = setTimeout(() => run().catch(() => setSearch(noSearch)), TYPING_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [core, id, query, total]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn changes with rows and selection
  useEffect(
    () => markFound(document.querySelector('[aria-label="Transcript"]'), query.trim()),
    [query, rows, current],
  );

  const go = (step: 1 | -1) => {
    if (search.matches.length === 0) return;
    const next = (current + step + search.matches.length) % search.matches.length;
    setCurrent(next);
    // Without the focus: whoever searches goes on typing.
    select(search.matches[next] ?? null, 'into-view');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
  };
  const count = search.matches.length;
  return (
    <search className={styles.find}>
      <TextInput
        className={styles.findInput}
        aria-label="Find in this session"
        placeholder="Find in this session"
        value={query}
        autoFocus
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.findCount} role="status">
        {query.trim() === ''
          ? ''
          : count === 0
            ? search.progress < 1
              ? ''
              : 'no turn'
            : `${current + 1 || '–'} of ${count}`}
      </span>
      <IconButton
        label="Previous turn found"
        keys="Shift Enter"
        icon={<ChevronUp size={16} aria-hidden="true" />}
        disabled={count === 0}
        onClick={() => go(-1)}
      />
      <IconButton
        label="Next turn found"
        keys="Enter"
        icon={<ChevronDown size={16} aria-hidden="true" />}
        disabled={count === 0}
        onClick={() => go(1)}
      />
      <div className={styles.findProgress}>
        {search.progress < 1 && (
          <Progress
            label="Searching"
            value={search.progress}
            onCancel={() => {
              abort.current?.abort();
              setSearch((before) => ({ ...before, progress: 1 }));
            }}
          />
        )}
      </div>
      <IconButton
        label="Close search"
        keys="Esc"
        icon={<X size={16} aria-hidden="true" />}
        onClick={onClose}
      />
    </search>
  );
};
