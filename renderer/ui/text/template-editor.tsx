import { lazy, Suspense } from 'react';
import { Skeleton } from '../feedback/loading.tsx';
import type { TemplateEditorProps } from './template-editor-props.ts';
import styles from './yaml-editor.module.css';

const View = lazy(() =>
  import('./template-editor-view.tsx').then((module) => ({ default: module.TemplateEditorView })),
);

/** A text with places for values in double braces, and completion of what can stand there. */
export const TemplateEditor = (props: TemplateEditorProps) => (
  <div className={styles.template} data-invalid={props.invalid === true}>
    <Suspense fallback={<Skeleton lines={4} label="Loading the editor" />}>
      <View {...props} />
    </Suspense>
  </div>
);
