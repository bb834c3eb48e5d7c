import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type GraphDraft, type GraphVersion, toAgentNetError } from '../../../../core/contract/index.ts';
import { useAct, useCore, useWorkspaceStore } from '../../../state/index.ts';
import { recall, remember } from '../../../ui/index.ts';
import { useEditor, useEditorState } from './editor-context.tsx';

/** How far what is on the screen is kept. */
export type Keeping = 'kept' | 'keeping' | 'conflict' | 'failed';

/** What somebody else saved meanwhile. */
export interface Conflict {
  readonly version: GraphVersion | null;
  readonly draft: GraphDraft | null;
}

/** A pause in editing of this many milliseconds keeps what is there. */
const PAUSE_MS = 600;

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly draft: GraphDraft | null;
}

/** Keeps each edit in the journal of the core, and makes versions; never over something newer. */
export const useSaving = ({ id, version, draft }: Stored) => {
  const core = useCore();
  const act = useAct();
  const editor = useEditor();
  const workspace = useWorkspaceStore();
  const revision = useEditorState((state) => state.revision);
  const [base, setBase] = useState(version);
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [savedAt, setSavedAt] = useState(editor.getState().revision);
  const number = useRef(draft?.revision ?? 0);
  const kept = useRef(editor.getState().revision);
  const baseNow = useRef(base);
  baseNow.current = base;

  const keep = useCallback(async () => {
    const { revision: now, name } = editor.getState();
    if (kept.current === now) return;
    kept.current = now;
    number.current += 1;
    try {
      const text = editor.text();
      await core['graphs.draft']({
        id,
        name: name.trim() || 'Untitled',
        text,
        base_version: baseNow.current,
        revision: number.current,
      });
      if (editor.getState().revision === now) setKeeping('kept');
      remember(journalKey(id), undefined);
    } catch (error) {
      kept.current = -1;
      if (toAgentNetError(error).code !== 'input/conflict') {
        setKeeping('failed');
        return;
      }
      setKeeping('conflict');
      const { graph: newest, draft: other } = await core['graphs.get']({ id });
      setConflict({ version: newest, draft: other });
    }
  }, [core, editor, id]);

  useEffect(() => {
    if (revision === kept.current || conflict !== null) return;
    setKeeping('keeping');
    const timer = setTimeout(() => void keep(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [revision, conflict, keep]);

  // Whoever leaves in the middle of a sentence finds it again: the browser keeps it until the core has it.
  useEffect(() => {
    const leave = () => {
      const { revision: now, name } = editor.getState();
      if (kept.current === now) return;
      remember(journalKey(id), { name, text: editor.text(), base: baseNow.current });
      void keep();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [editor, id, keep]);

  useEffect(() => {
    workspace.setSaving(keeping);
    return () => workspace.setSaving('kept');
  }, [workspace, keeping]);

  const save = useCallback(
    async (note: string) => {
      const { name, revision: now } = editor.getState();
      const saved = await act(async () => {
        const input = { id, name: name.trim() || 'Untitled', text: editor.text(), note };
        return core['graphs.save']({ ...input, base_version: baseNow.current });
      });
      if (saved === undefined) return undefined;
      setBase(saved.version);
      setSavedAt(now);
      kept.current = now;
      number.current = 0;
      setKeeping('kept');
      return saved;
    },
    [act, core, editor, id],
  );

  /** Goes on from what the other one made: with theirs, or with ours as the next edit of it. */
  const settle = useCallback(
    (whose: 'theirs' | 'ours') => {
      if (conflict === null) return;
      const { version: newest, draft: other } = conflict;
      setBase(newest?.version ?? 0);
      baseNow.current = newest?.version ?? 0;
      number.current = other?.revision ?? 0;
      const theirs = other ?? newest;
      if (whose === 'theirs' && theirs !== null) {
        editor.load(theirs.name, theirs.text);
        kept.current = editor.getState().revision;
        setSavedAt(other === null ? kept.current : -1);
      }
      setConflict(null);
      setKeeping('kept');
    },
    [conflict, editor],
  );

  return useMemo(
    () => ({ base, keeping, conflict, save, settle, changed: revision !== savedAt }),
    [base, keeping, conflict, save, settle, revision, savedAt],
  );
};

export type Saving = ReturnType<typeof useSaving>;

interface Journal {
  readonly name: string;
  readonly text: string;
  readonly base: number;
}

const journalKey = (id: string): string => `graphs.journal.${id}`;

/** What the browser had to keep because the core had no time for it. */
export const journalOf = (id: string): Journal | undefined =>
  recall(journalKey(id), (stored) => {
    const { name, text, base } = (stored ?? {}) as Partial<Journal>;
    return typeof name === 'string' && typeof text === 'string' && typeof base === 'number'
      ? { name, text, base }
      : undefined;
  });
