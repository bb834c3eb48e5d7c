import { exactMoment, formatAgo } from '../format/moment.ts';
import { useNow } from './use-now.tsx';

/** How long ago, kept up to date, with the exact time on hover. `at` in milliseconds. */
export const RelativeTime = ({ at }: { readonly at: number }) => {
  const now = useNow(30_000);
  return (
    <time dateTime={new Date(at).toISOString()} title={exactMoment(at)}>
      {formatAgo(at, now)}
    </time>
  );
};
