import { indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { createTextEditor, type TextEditorHandle } from './create-text-editor.tsx';
import { diagnosticAt } from './diagnostic-at.ts';
import type { EditorProblem } from './yaml-editor-props.ts';

export interface YamlEditorHandle extends TextEditorHandle {
  readonly setProblems: (problems: readonly EditorProblem[]) => void;
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

/** An editor for YAML, with problems at their lines. */
export const createYamlEditor = (
  holder: HTMLElement,
  label: string,
  text: string,
  onChange: (text: string) => void,
): YamlEditorHandle => {
  const { view, ...handle } = createTextEditor(holder, {
    text,
    onChange,
    own: [
      lineNumbers(),
      lintGutter(),
      indentOnInput(),
      bracketMatching(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      yaml(),
      syntaxHighlighting(highlight),
      keymap.of([indentWithTab]),
    ],
    theme,
    attributes: {
      'aria-label': label,
      'aria-description': 'Tab indents. Escape, then Tab, leaves the text.',
    },
  });
  return {
    ...handle,
    setProblems: (problems) => {
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map((problem) => diagnosticAt(view.state, problem)),
        ),
      );
    },
  };
};
