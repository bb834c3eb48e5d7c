import { lazy, Suspense } from 'react';
import { Skeleton } from '../feedback/loading.tsx';

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

const View = lazy(() => import('./yaml-editor-view.tsx').then((module) => ({ default: module.YamlEditorView })));

/** The editor comes with the first text that is edited. */
export const YamlEditor = (props: YamlEditorProps) => (
  <Suspense fallback={<Skeleton lines={6} label="Loading the editor" />}>
    <View {...props} />
  </Suspense>
);
