/** Whether two values are the same data; members that are undefined count as absent. Without recursion. */
export const same = (left: unknown, right: unknown): boolean => {
  const pairs: [unknown, unknown][] = [[left, right]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    if (Object.is(a, b)) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const ofA = definedEntries(a);
    const ofB = new Map(definedEntries(b));
    if (ofA.length !== ofB.size) return false;
    for (const [name, value] of ofA) {
      if (!ofB.has(name)) return false;
      pairs.push([value, ofB.get(name)]);
    }
  }
  return true;
};

const definedEntries = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, member]) => member !== undefined);
