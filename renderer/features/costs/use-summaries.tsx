import { useCallback, useEffect, useRef } from 'react';
import type { CostDimension, CostSummary } from '../../../core/contract/index.ts';
import { type Resource, useCore, useCostNews, useResource } from '../../state/index.ts';
import type { Bounds } from './cost-range.ts';

/** A summary that is asked for again when sessions change; the one before stays in sight until the next is here. */
export const useSummary = (
  by: CostDimension,
  bounds: Bounds | undefined,
): readonly [Resource<CostSummary>, () => void] => {
  const core = useCore();
  const news = useCostNews();
  const [from, to, asked] = [bounds?.from, bounds?.to, bounds !== undefined];
  const load = useCallback(
    (signal: AbortSignal) =>
      core['cost.summary'](
        { by, ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
        { signal },
      ),
    [core, by, from, to],
  );
  const [resource, reload] = useResource(asked ? load : null);
  useEffect(() => {
    if (news > 0) reload();
  }, [news, reload]);
  const last = useRef<Resource<CostSummary>>(resource);
  if (resource.kind !== 'loading') last.current = resource;
  return [last.current, reload];
};
