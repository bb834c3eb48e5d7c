import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, Prec } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  keymap,
  MatchDecorator,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { editorTheme, typedOverSelection } from './editor-look.tsx';
import { smallestChange } from './smallest-change.ts';
import type { TemplateEditorProps } from './template-editor-props.ts';

export interface TemplateEditorHandle {
  readonly text: () => string;
  readonly setText: (text: string) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

const theme = EditorView.theme({
  '.cm-content': { padding: '8px 0', minHeight: '96px' },
  '.cm-line': { padding: '0 10px' },
  '.cm-place': {
    color: 'var(--accent)',
    backgroundColor: 'var(--accent-soft)',
    borderRadius: '3px',
  },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '.cm-tooltip-autocomplete > ul': { font: 'var(--code)', maxHeight: '200px' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--text-1)',
  },
  '.cm-completionDetail': { color: 'var(--text-2)', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-completionMatchedText': { textDecoration: 'none', color: 'var(--accent)' },
});

const placesMatcher = new MatchDecorator({
  regexp: /\{\{[^{}]*\}\}/g,
  decoration: Decoration.mark({ class: 'cm-place' }),
});

const places = ViewPlugin.define(
  (view) => ({
    decorations: placesMatcher.createDeco(view),
    update(update: ViewUpdate) {
      this.decorations = placesMatcher.updateDeco(update, this.decorations);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

/** An editor for a text with places in double braces; in a shadow root for the sake of its styles. */
export const createTemplateEditor = (
  holder: HTMLElement,
  { label, value, placeholder: hint = '' }: Pick<TemplateEditorProps, 'label' | 'value' | 'placeholder'>,
  onChange: (text: string) => void,
  completionsAt: TemplateEditorProps['completionsAt'],
): TemplateEditorHandle => {
  const root = holder.shadowRoot ?? holder.attachShadow({ mode: 'open' });
  let fromOutside = false;
  const complete = (context: CompletionContext) => {
    const found = completionsAt(context.state.doc.toString(), context.pos);
    if (found === null) return null;
    return {
      from: found.from,
      options: found.options.map(({ label: name, insert, detail }, index) => ({
        label: name,
        apply: insert,
        // Their order says what is likely; the library would sort them by name.
        boost: Math.max(-99, 99 - index),
        ...(detail !== undefined && { detail }),
      })),
    };
  };
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: value,
      extensions: [
        history(),
        drawSelection(),
        places,
        placeholder(hint),
        autocompletion({ override: [complete], icons: false, interactionDelay: 0 }),
        Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
        editorTheme,
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          role: 'textbox',
          'aria-multiline': 'true',
          tabindex: '0',
        }),
        keymap.of([
          ...completionKeymap,
          ...defaultKeymap.filter((binding) => binding.key !== 'Mod-Enter'),
          ...historyKeymap,
        ]),
        typedOverSelection,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !fromOutside) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => {
      const current = view.state.doc.toString();
      if (next === current) return;
      fromOutside = true;
      view.dispatch({ changes: smallestChange(current, next) });
      fromOutside = false;
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
};
