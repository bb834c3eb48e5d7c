import { lazy, Suspense } from 'react';
import { Skeleton } from '../feedback/loading.tsx';

interface DiffProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

const View = lazy(() =>
  import('./diff-lines-view.tsx').then((module) => ({ default: module.DiffLinesView })),
);

/** Two texts, line by line; the comparison comes with the first one that is shown. */
export const Diff = (props: DiffProps) => (
  <Suspense fallback={<Skeleton label="Comparing" />}>
    <View {...props} />
  </Suspense>
);
