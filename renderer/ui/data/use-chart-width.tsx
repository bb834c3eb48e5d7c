import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** The width of a chart in pixels, as it is and as it changes; put the reference on its `svg`. */
export const useChartWidth = (first: number): readonly [RefObject<SVGSVGElement | null>, number] => {
  const holder = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(first);
  useLayoutEffect(() => {
    const element = holder.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [holder, width];
};
