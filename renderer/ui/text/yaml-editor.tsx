import { lazy, Suspense } from 'react';
import { Skeleton } from '../feedback/loading.tsx';
import type { YamlEditorProps } from './yaml-editor-props.ts';

const View = lazy(() =>
  import('./yaml-editor-view.tsx').then((module) => ({ default: module.YamlEditorView })),
);

/** The editor comes with the first text that is edited. */
export const YamlEditor = (props: YamlEditorProps) => (
  <Suspense fallback={<Skeleton lines={6} label="Loading the editor" />}>
    <View {...props} />
  </Suspense>
);
