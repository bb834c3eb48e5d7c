import type { Edges } from './edges.ts';

/**
 * For nodes `from` to `to - 1` the longest way to an end, the node itself included, each with `behind` after its end.
 * Only ways among these nodes count; nodes on a cycle or behind one get their own weight. Linear, without recursion.
 */
export const fillCriticalPath = (
  ways: Float64Array,
  {
    edges,
    from,
    to,
    behind,
  }: { readonly edges: Edges; readonly from: number; readonly to: number; readonly behind: number },
): void => {
  const size = to - from;
  const waits = new Int32Array(size);
  for (let node = from; node < to; node += 1) {
    for (let edge = edges.firstOf(node); edge !== 0; edge = edges.after(edge)) {
      const target = edges.targetOf(edge) - from;
      waits[target] = (waits[target] as number) + 1;
    }
  }
  const order = new Int32Array(size);
  let known = 0;
  for (let place = 0; place < size; place += 1) if (waits[place] === 0) order[known++] = place + from;
  for (let at = 0; at < known; at += 1) {
    for (let edge = edges.firstOf(order[at] as number); edge !== 0; edge = edges.after(edge)) {
      const target = edges.targetOf(edge) - from;
      const left = (waits[target] as number) - 1;
      waits[target] = left;
      if (left === 0) order[known++] = target + from;
    }
  }
  for (let at = known - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    let longest = behind;
    for (let edge = edges.firstOf(node); edge !== 0; edge = edges.after(edge)) {
      const way = ways[edges.targetOf(edge)] as number;
      if (way > longest) longest = way;
    }
    ways[node] = (ways[node] as number) + longest;
  }
};
