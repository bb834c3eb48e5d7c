import type {
  Due,
  EndStatus,
  Schedule,
  ScheduledNode,
  ScheduleLimits,
} from '../../../../../core/graph/schedule/schedule.ts';

interface Entry {
  readonly given: ScheduledNode;
  readonly parent: number | undefined;
  readonly batch: number;
  agent: string | null;
  provider: string | null;
  state: 'waiting' | 'running' | 'held' | 'ended';
  end: EndStatus | null;
  branch: string | null;
}

/** The schedule as its documentation says it: everything is looked at again at every question. */
export const createReference = (limits: ScheduleLimits): Schedule => {
  const entries: Entry[] = [];
  let isStopped = false;
  let batches = 0;
  const all = () => entries.map((_, node) => node);
  const entry = (node: number) => entries[node] as Entry;
  const wayOf = (node: number): number => {
    const { batch, parent, given } = entry(node);
    const behind = parent === undefined ? 0 : wayOf(parent) - (entry(parent).given.weight ?? 1);
    const next = all().filter(
      (other) => entry(other).batch === batch && entry(other).given.deps.includes(node),
    );
    return (given.weight ?? 1) + Math.max(behind, ...next.map(wayOf));
  };
  const verdictOf = (node: number): 'wait' | Due['as'] => {
    const { given } = entry(node);
    const deps = given.deps.map((dep, place) => ({ ...entry(dep), port: given.ports?.[place] ?? null }));
    if (deps.some(({ state }) => state !== 'ended')) return 'wait';
    if (deps.some(({ end }) => end === 'failed' || end === 'blocked')) return 'blocked';
    if (deps.some(({ end }) => end === 'stopped')) return 'stopped';
    if (deps.some(({ end, port, branch }) => port !== null && (end !== 'done' || branch !== port)))
      return 'skipped';
    if (deps.length > 0 && deps.every(({ end }) => end !== 'done')) return 'skipped';
    return 'start';
  };
  const running = () =>
    all().filter((node) => entry(node).state === 'running' && !entry(node).given.slotless);
  const fits = (node: number): boolean => {
    const { given, agent, provider } = entry(node);
    if (given.slotless) return true;
    const others = running().map(entry);
    const most = provider === null ? undefined : limits.provider?.[provider];
    return (
      others.length < limits.total &&
      (agent === null ||
        limits.agent === undefined ||
        others.filter((other) => other.agent === agent).length < limits.agent) &&
      (most === undefined || others.filter((other) => other.provider === provider).length < most) &&
      (!given.group ||
        others.filter((other) => other.given.group?.name === given.group?.name).length < given.group.limit)
    );
  };
  const passedInOrder: number[] = [];
  const notePassed = () => {
    const isPassed = (node: number) =>
      entry(node).state === 'waiting' && !['wait', 'start'].includes(verdictOf(node));
    for (const node of all()) if (isPassed(node) && !passedInOrder.includes(node)) passedInOrder.push(node);
  };
  return {
    add: (nodes, parent) => {
      const from = entries.length;
      batches += 1;
      for (const given of nodes) {
        const { agent = null, provider = null } = given;
        entries.push({
          given,
          parent,
          batch: batches,
          agent,
          provider,
          state: 'waiting',
          end: null,
          branch: null,
        });
      }
      notePassed();
      return from;
    },
    due: () => {
      const open = all().filter((node) => ['waiting', 'held'].includes(entry(node).state));
      if (isStopped) return open[0] === undefined ? undefined : { node: open[0], as: 'stopped' };
      const first = passedInOrder.find((node) => entry(node).state === 'waiting');
      if (first !== undefined) return { node: first, as: verdictOf(first) as Due['as'] };
      const ready = open.filter(
        (node) => entry(node).state === 'waiting' && verdictOf(node) === 'start' && fits(node),
      );
      const free = ready.filter((node) => entry(node).given.slotless);
      const [best] = (free.length > 0 ? free : ready).sort((a, b) => wayOf(b) - wayOf(a) || a - b);
      return best === undefined ? undefined : { node: best, as: 'start' };
    },
    start: (node) => {
      entry(node).state = 'running';
    },
    hold: (node) => {
      entry(node).state = 'held';
    },
    again: (node, by) => {
      const one = entry(node);
      one.state = 'waiting';
      if (by && !one.given.slotless)
        Object.assign(one, { agent: by.agent ?? null, provider: by.provider ?? null });
    },
    settle: (node, status, branch = null) => {
      const one = entry(node);
      if (one.state === 'ended') return;
      Object.assign(one, { state: 'ended', end: status, branch });
      notePassed();
    },
    stop: () => {
      isStopped = true;
    },
    stateOf: (node) => {
      const { state } = entry(node);
      if (state !== 'waiting') return state;
      const verdict = verdictOf(node);
      return verdict === 'wait' ? 'waiting' : verdict === 'start' ? 'ready' : 'passed';
    },
    size: () => entries.length,
    open: () => entries.filter(({ state }) => state !== 'ended').length,
    running: () => running().length,
  };
};
