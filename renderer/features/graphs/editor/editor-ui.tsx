import { createContext, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Trace } from '../../../state/graph/index.ts';
import { useEditor } from './editor-context.tsx';

/** Where a new node goes. */
export type InsertPlace =
  /** Where there is room, behind what is selected. */
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly x: number; readonly y: number }
  | {
      readonly kind: 'behind';
      readonly from: string;
      readonly way: string | null;
      readonly x: number;
      readonly y: number;
    }
  | { readonly kind: 'before'; readonly to: string; readonly x: number; readonly y: number }
  | { readonly kind: 'wire'; readonly from: string; readonly to: string };

/** Which nodes and wires are looked at just now, the others stepping back. */
export type Mood =
  | { readonly kind: 'connecting'; readonly nodes: ReadonlySet<string> }
  | ({ readonly kind: 'tracing' } & Trace);

export type EditorView = 'canvas' | 'list' | 'text';
export type EditorDialog = 'run' | 'save' | 'versions' | 'history' | 'inputs' | 'connect' | 'conflict' | null;

interface EditorUiState {
  readonly view: EditorView;
  readonly picker: InsertPlace | null;
  readonly dialog: EditorDialog;
  readonly mood: Mood | null;
  /** Something said on the canvas for a while. */
  readonly hint: string | null;
  /** The field that is to get the focus, like `title`; a new object each time. */
  readonly focus: { readonly field: string } | null;
  /** What a run is to hold. */
  readonly runPart: 'all' | 'from' | 'only';
  readonly arranging: AbortController | null;
}

export const createEditorUi = () =>
  createStore<EditorUiState>(() => ({
    view: 'canvas',
    picker: null,
    dialog: null,
    mood: null,
    hint: null,
    focus: null,
    runPart: 'all',
    arranging: null,
  }));

export type EditorUi = ReturnType<typeof createEditorUi>;

const UiContext = createContext<EditorUi | null>(null);

export const EditorUiProvider = UiContext;

export const useEditorUi = (): EditorUi => {
  const ui = useContext(UiContext);
  if (ui === null) throw new Error('the editor needs an EditorUiProvider above it');
  return ui;
};

export const useUiState = <T,>(select: (state: EditorUiState) => T): T => useStore(useEditorUi(), select);

/** A wish for the focus ends with what was selected: the next node must not take it. */
export const useFocusGivenUp = (): void => {
  const editor = useEditor();
  const ui = useEditorUi();
  useEffect(
    () =>
      editor.subscribe((now, before) => {
        if (now.selection !== before.selection && ui.getState().focus !== null) ui.setState({ focus: null });
      }),
    [editor, ui],
  );
};
