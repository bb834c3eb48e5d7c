/** A problem at its place; line and column count from 1. */
export interface EditorProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface YamlEditorProps {
  readonly label: string;
  readonly value: string;
  readonly problems: readonly EditorProblem[];
  readonly onChange: (value: string) => void;
}
