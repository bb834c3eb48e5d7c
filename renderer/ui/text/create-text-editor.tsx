import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import { editorTheme, typedOverSelection } from './editor-look.tsx';
import { smallestChange } from './smallest-change.ts';

interface TextEditorOptions {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** What this editor has beyond every other; its keys come before the common ones. */
  readonly own: readonly Extension[];
  readonly theme: Extension;
  /** Attributes of the field itself, its name among them. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface TextEditorHandle {
  readonly text: () => string;
  /** Text from outside; what is the same is left alone, so that the cursor stays. */
  readonly setText: (text: string) => void;
  readonly destroy: () => void;
}

/**
 * An editor inside a shadow root: there CodeMirror keeps its styles in a constructed sheet, where in the page it would
 * write an inline one, which the page's policy forbids.
 */
export const createTextEditor = (
  holder: HTMLElement,
  { text, onChange, own, theme, attributes }: TextEditorOptions,
): TextEditorHandle & { readonly view: EditorView } => {
  const root = holder.shadowRoot ?? holder.attachShadow({ mode: 'open' });
  let fromOutside = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        ...own,
        history(),
        drawSelection(),
        editorTheme,
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ ...attributes, tabindex: '0' }),
        keymap.of([...defaultKeymap.filter((binding) => binding.key !== 'Mod-Enter'), ...historyKeymap]),
        typedOverSelection,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !fromOutside) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    view,
    text: () => view.state.doc.toString(),
    setText: (next) => {
      const current = view.state.doc.toString();
      if (next === current) return;
      fromOutside = true;
      view.dispatch({ changes: smallestChange(current, next) });
      fromOutside = false;
    },
    destroy: () => view.destroy(),
  };
};
