import type { Topology } from '../topology.ts';

type Node = { readonly id: string; readonly deps: readonly string[] };

/** Questions of one walk: one bit each. */
const AT_ONCE = 31;

/**
 * Which of the pairs are not in order: the first must have ended before the second begins, by however many steps.
 * Nodes on a cycle or behind one are in no order, so nothing is said of them. All pairs that ask for the same node, and
 * 31 nodes at once, are answered by one walk, so that ten thousand far references stay cheap.
 */
export const pairsOutOfOrder = <T extends { readonly before: string; readonly after: string }>(
  pairs: readonly T[],
  nodes: ReadonlyMap<string, Node>,
  { order }: Pick<Topology, 'order'>,
): readonly T[] => {
  const place = new Map(order.map((id, index) => [id, index]));
  const known = pairs.filter(({ before, after }) => place.has(before) && place.has(after));
  const far = known.filter(({ before, after }) => !nodes.get(after)?.deps.includes(before));
  const byBefore = new Map<string, T[]>();
  for (const pair of far) {
    const same = byBefore.get(pair.before);
    if (same) same.push(pair);
    else byBefore.set(pair.before, [pair]);
  }
  const wanted = [...byBefore];
  const out: T[] = [];
  if (wanted.length === 0) return out;
  const deps = order.map((id) =>
    (nodes.get(id)?.deps ?? []).flatMap((dep) => {
      const at = place.get(dep);
      return at === undefined ? [] : [at];
    }),
  );
  const own = new Int32Array(order.length);
  const reached = new Int32Array(order.length);
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const asking = wanted.slice(from, from + AT_ONCE);
    own.fill(0);
    asking.forEach(([before], bit) => {
      own[place.get(before) as number] = 1 << bit;
    });
    for (let at = 0; at < order.length; at += 1) {
      let bits = 0;
      for (const dep of deps[at] as number[]) bits |= (reached[dep] as number) | (own[dep] as number);
      reached[at] = bits;
    }
    asking.forEach(([, asked], bit) => {
      for (const pair of asked) {
        if (((reached[place.get(pair.after) as number] as number) & (1 << bit)) === 0) out.push(pair);
      }
    });
  }
  return out;
};
