import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { diagnosticAt } from './diagnostic-at.ts';
import { editorTheme, typedOverSelection } from './editor-look.tsx';
import { smallestChange } from './smallest-change.ts';
import type { EditorProblem } from './yaml-editor-props.ts';

export interface YamlEditorHandle {
  readonly text: () => string;
  /** Text from outside; what is the same is left alone, so that the cursor stays. */
  readonly setText: (text: string) => void;
  readonly setProblems: (problems: readonly EditorProblem[]) => void;
  readonly destroy: () => void;
}

const theme = EditorView.theme({
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-gutters': { backgroundColor: 'transparent', border: 'none', color: 'var(--text-3)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--accent-soft)' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--bad)' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '3px' },
  '.cm-lint-marker-error': {
    content: '""',
    width: '8px',
    height: '8px',
    marginTop: '3px',
    borderRadius: '50%',
    backgroundColor: 'var(--bad)',
  },
});

const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.string, tags.content], color: 'var(--text-1)' },
  { tag: [tags.number, tags.bool, tags.null, tags.keyword], color: 'var(--recorded)' },
  { tag: tags.comment, color: 'var(--text-3)' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--text-2)' },
]);

/**
 * A YAML editor inside a shadow root: there CodeMirror keeps its styles in a constructed sheet, where in the page
 * it would write an inline one, which the page's policy forbids.
 */
export const createYamlEditor = (
  holder: HTMLElement,
  label: string,
  text: string,
  onChange: (text: string) => void,
): YamlEditorHandle => {
  const root = holder.shadowRoot ?? holder.attachShadow({ mode: 'open' });
  let fromOutside = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        yaml(),
        syntaxHighlighting(highlight),
        editorTheme,
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-description': 'Tab indents. Escape, then Tab, leaves the text.',
          tabindex: '0',
        }),
        keymap.of([
          ...defaultKeymap.filter((binding) => binding.key !== 'Mod-Enter'),
          ...historyKeymap,
          indentWithTab,
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
    setProblems: (problems) => {
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnosticAt(view.state, problem)),
        ),
      );
    },
    destroy: () => view.destroy(),
  };
};
