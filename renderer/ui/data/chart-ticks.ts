/** Whole numbers from first to last, both ends among them, at most `most` of them and evenly apart. */
export const chartTicks = (first: number, last: number, most: number): number[] => {
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, most - 1)));
  const ticks: number[] = [];
  for (let tick = first; tick <= last; tick += step) ticks.push(tick);
  const end = ticks.at(-1);
  if (end !== undefined && end !== last) {
    // The last round is the one people look for; a neighbour too close to it makes room.
    if (last - end < step / 2) ticks.pop();
    ticks.push(last);
  }
  return ticks;
};
