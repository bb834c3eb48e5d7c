import {
  acceptCompletion,
  autocompletion,
  type CompletionContext,
  completionKeymap,
} from '@codemirror/autocomplete';
import { Prec } from '@codemirror/state';
import {
  Decoration,
  EditorView,
  keymap,
  MatchDecorator,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { createTextEditor, type TextEditorHandle } from './create-text-editor.tsx';
import type { TemplateEditorProps } from './template-editor-props.ts';

export interface TemplateEditorHandle extends TextEditorHandle {
  readonly focus: () => void;
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

/** An editor for a text with places in double braces. */
export const createTemplateEditor = (
  holder: HTMLElement,
  { label, value, placeholder: hint = '' }: Pick<TemplateEditorProps, 'label' | 'value' | 'placeholder'>,
  onChange: (text: string) => void,
  completionsAt: TemplateEditorProps['completionsAt'],
): TemplateEditorHandle => {
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
  const { view, ...handle } = createTextEditor(holder, {
    text: value,
    onChange,
    own: [
      places,
      placeholder(hint),
      autocompletion({ override: [complete], icons: false, interactionDelay: 0 }),
      Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
      keymap.of(completionKeymap),
    ],
    theme,
    attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' },
  });
  return { ...handle, focus: () => view.focus() };
};
