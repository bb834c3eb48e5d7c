/** One event of a trace as Chromium writes it; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

const SCRIPT = new Set([
  'EvaluateScript',
  'EventDispatch',
  'FireAnimationFrame',
  'FireIdleCallback',
  'FunctionCall',
  'MajorGC',
  'MinorGC',
  'RunMicrotasks',
  'TimerFire',
]);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree', 'PrePaint', 'HitTest']);
const FRAME = 'BeginMainThreadFrame';

/** What one frame cost the main thread, in milliseconds. */
export interface FrameCost {
  readonly script: number;
  readonly layout: number;
  /** Both together, with what lies within the other counted once. */
  readonly both: number;
}

/** The frames that the page's main thread drew, from one to the next, in the order they came. */
export const frameCosts = (trace: string): readonly FrameCost[] => {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly TraceEvent[] };
  const main = busiestMainThread(traceEvents);
  const events = traceEvents.filter(({ pid, tid }) => pid === main?.pid && tid === main.tid);
  const starts = events.filter(({ name }) => name === FRAME).map(({ ts }) => ts);
  starts.sort((a, b) => a - b);
  const script = intervals(events, SCRIPT);
  const layout = intervals(events, LAYOUT);
  const both = merged([...script, ...layout]);
  return starts.slice(0, -1).map((from, index) => {
    const to = starts[index + 1] ?? from;
    return {
      script: within(script, from, to),
      layout: within(layout, from, to),
      both: within(both, from, to),
    };
  });
};

/** A trace holds other pages and workers too; the page under test draws most frames. */
const busiestMainThread = (events: readonly TraceEvent[]): TraceEvent | undefined => {
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain',
  );
  const frames = ({ pid, tid }: TraceEvent) =>
    events.filter((event) => event.name === FRAME && event.pid === pid && event.tid === tid).length;
  return threads.sort((a, b) => frames(b) - frames(a))[0];
};

type Interval = readonly [from: number, to: number];

const intervals = (events: readonly TraceEvent[], names: ReadonlySet<string>): readonly Interval[] =>
  merged(
    events
      .filter(({ name, ph }) => ph === 'X' && names.has(name))
      .map(({ ts, dur = 0 }) => [ts, ts + dur] as const),
  );

/** Without overlaps, in order. */
const merged = (all: readonly Interval[]): readonly Interval[] => {
  const joined: [number, number][] = [];
  for (const [from, to] of [...all].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
};

const within = (all: readonly Interval[], from: number, to: number): number => {
  let sum = 0;
  for (const [start, end] of all) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  return sum / 1000;
};
