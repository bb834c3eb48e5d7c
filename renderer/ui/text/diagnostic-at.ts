import type { Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorProblem } from './yaml-editor-props.ts';

/** A problem as CodeMirror marks it: from its column to the end of its line; places outside the text are moved in. */
export const diagnosticAt = (state: EditorState, problem: EditorProblem): Diagnostic => {
  const line = state.doc.line(Math.min(Math.max(1, problem.line), state.doc.lines));
  const from = Math.min(line.from + Math.max(0, problem.column - 1), line.to);
  return { from, to: Math.max(from, line.to), severity: 'error', message: problem.message };
};
