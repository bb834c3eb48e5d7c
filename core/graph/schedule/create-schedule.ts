import { ENDED_PORT } from '../port-of.ts';
import { fillCriticalPath } from './critical-path.ts';
import { createEdges } from './edges.ts';
import { createLanes } from './lanes.ts';
import type { Due, EndStatus, NodeState, Schedule, ScheduledNode, ScheduleLimits } from './schedule.ts';
import { withRoom } from './with-room.ts';

const WAITING = 0;
const READY = 1;
const PASSED = 2;
const RUNNING = 3;
const HELD = 4;
const ENDED = 5;
const stateNames: readonly NodeState[] = ['waiting', 'ready', 'passed', 'running', 'held', 'ended'];

/** What a node learnt from its dependencies. */
const HAS_FAILED_DEP = 1;
const HAS_OTHER_WAY = 2;
const HAS_DONE_DEP = 4;
const HAS_STOPPED_DEP = 8;

/** In the place of a way: nothing is learnt from how the node ended. */
const ENDED_ANYHOW = -1;

/** How a node ended, kept for nodes that are added later. */
const statusNumbers = { done: 1, failed: 2, skipped: 3, blocked: 4, stopped: 5 } as const satisfies Record<
  EndStatus,
  number
>;

/** See `Schedule`. Memory and time are linear in nodes and edges, but for a logarithm in the ready nodes. */
export const createSchedule = (limits: ScheduleLimits): Schedule => {
  const edges = createEdges();
  const ports = new Map<string, number>();
  let count = 0;
  let open = 0;
  let running = 0;
  let isStopped = false;
  let nextToStop = 0;
  let states = new Uint8Array(0);
  let waits = new Int32Array(0);
  let learnt = new Uint8Array(0);
  let ends = new Uint8Array(0);
  let branches = new Int32Array(0);
  let laneOfNode = new Int32Array(0);
  let slotless = new Uint8Array(0);
  let ways = new Float64Array(0);
  let weights = new Float64Array(0);
  /** Nodes that end without having run, first in, first out. */
  const passed: number[] = [];
  let passedAt = 0;

  const isBefore = (a: number, b: number): boolean => {
    const left = ways[a] as number;
    const right = ways[b] as number;
    return left > right || (left === right && a < b);
  };
  const isReady = (node: number) => states[node] === READY;
  const lanes = createLanes(isBefore, isReady);
  const free = createLanes(isBefore, isReady);

  const portNumber = (port: string | null | undefined): number => {
    if (port === null || port === undefined) return 0;
    if (port === ENDED_PORT) return ENDED_ANYHOW;
    const known = ports.get(port) ?? ports.size + 1;
    ports.set(port, known);
    return known;
  };
  const laneNumbers = new Map<string, number>();
  const groups = new Map<number, ScheduledNode['group']>();
  const laneFor = ({ agent, provider, group }: Omit<ScheduledNode, 'deps'>): number => {
    const byAgent = agent && limits.agent !== undefined ? agent : '';
    const byProvider =
      provider && limits.provider && Object.hasOwn(limits.provider, provider) ? provider : '';
    if (!byAgent && !byProvider && !group) return -1;
    const name = `${byAgent}\n${byProvider}\n${group ? group.name : ''}`;
    const known = laneNumbers.get(name);
    if (known !== undefined) return known;
    const bounds: [string, number][] = [];
    if (byAgent) bounds.push([`agent ${byAgent}`, limits.agent as number]);
    if (byProvider) bounds.push([`provider ${byProvider}`, limits.provider?.[byProvider] as number]);
    if (group) bounds.push([`group ${group.name}`, group.limit]);
    const lane = lanes.open(bounds);
    laneNumbers.set(name, lane);
    return lane;
  };
  const lanesOf = (node: number) => (slotless[node] === 1 ? free : lanes);

  const makeReady = (node: number) => {
    states[node] = READY;
    lanesOf(node).push(laneOfNode[node] as number, node);
  };
  const pass = (node: number) => {
    states[node] = PASSED;
    passed.push(node);
  };
  /** All dependencies have ended: the node is ready, or passed over. */
  const decide = (node: number, hasDeps: boolean) => {
    const known = learnt[node] as number;
    const isUnneeded = (known & HAS_OTHER_WAY) !== 0 || (hasDeps && (known & HAS_DONE_DEP) === 0);
    if ((known & (HAS_FAILED_DEP | HAS_STOPPED_DEP)) !== 0 || isUnneeded) pass(node);
    else makeReady(node);
  };
  const learn = (node: number, end: number, branch: number, port: number) => {
    if (port === ENDED_ANYHOW) return;
    if (end === statusNumbers.done) learnt[node] = (learnt[node] as number) | HAS_DONE_DEP;
    if (end === statusNumbers.failed || end === statusNumbers.blocked) {
      learnt[node] = (learnt[node] as number) | HAS_FAILED_DEP;
    } else if (end === statusNumbers.stopped) learnt[node] = (learnt[node] as number) | HAS_STOPPED_DEP;
    else if (port !== 0 && (end !== statusNumbers.done || branch !== port)) {
      learnt[node] = (learnt[node] as number) | HAS_OTHER_WAY;
    }
  };
  const dueOf = (node: number): Due['as'] => {
    if (isStopped) return 'stopped';
    const known = learnt[node] as number;
    if ((known & HAS_FAILED_DEP) !== 0) return 'blocked';
    return (known & HAS_STOPPED_DEP) !== 0 ? 'stopped' : 'skipped';
  };
  const leaveRunning = (node: number) => {
    if (states[node] !== RUNNING || slotless[node] === 1) return;
    running -= 1;
    lanes.release(laneOfNode[node] as number);
  };
  const grow = (size: number) => {
    edges.grow(size);
    states = withRoom(states, size);
    waits = withRoom(waits, size);
    learnt = withRoom(learnt, size);
    ends = withRoom(ends, size);
    branches = withRoom(branches, size);
    laneOfNode = withRoom(laneOfNode, size);
    slotless = withRoom(slotless, size);
    ways = withRoom(ways, size);
    weights = withRoom(weights, size);
  };
  const nextStopped = (): number | undefined => {
    while (nextToStop < count) {
      const state = states[nextToStop];
      if (state !== ENDED && state !== RUNNING) return nextToStop;
      nextToStop += 1;
    }
    return undefined;
  };

  return {
    add: (nodes, parent) => {
      const from = count;
      const to = from + nodes.length;
      grow(to);
      for (let node = from; node < to; node += 1) {
        const given = nodes[node - from] as ScheduledNode;
        const { deps } = given;
        weights[node] = given.weight ?? 1;
        ways[node] = given.weight ?? 1;
        slotless[node] = given.slotless ? 1 : 0;
        laneOfNode[node] = given.slotless ? -1 : laneFor(given);
        if (given.group) groups.set(node, given.group);
        let left = 0;
        for (let place = 0; place < deps.length; place += 1) {
          const dep = deps[place] as number;
          const port = portNumber(given.ports?.[place]);
          if (dep < from && states[dep] === ENDED) {
            learn(node, ends[dep] as number, branches[dep] as number, port);
          } else {
            left += 1;
            edges.add(dep, node, port);
          }
        }
        waits[node] = left;
      }
      const behind = parent === undefined ? 0 : (ways[parent] as number) - (weights[parent] as number);
      fillCriticalPath(ways, { edges, from, to, behind });
      count = to;
      open += nodes.length;
      for (let node = from; node < to; node += 1) {
        if (waits[node] === 0) decide(node, (nodes[node - from] as ScheduledNode).deps.length > 0);
      }
      return from;
    },
    due: () => {
      if (isStopped) {
        const node = nextStopped();
        return node === undefined ? undefined : { node, as: 'stopped' };
      }
      while (passedAt < passed.length) {
        const node = passed[passedAt] as number;
        if (states[node] === PASSED) return { node, as: dueOf(node) };
        passedAt += 1;
      }
      const node = free.first() ?? (running < limits.total ? lanes.first() : undefined);
      return node === undefined ? undefined : { node, as: 'start' };
    },
    start: (node) => {
      states[node] = RUNNING;
      const lane = laneOfNode[node] as number;
      if (slotless[node] === 0) running += 1;
      lanesOf(node).start(lane, node);
    },
    hold: (node) => {
      leaveRunning(node);
      states[node] = HELD;
      nextToStop = Math.min(nextToStop, node);
    },
    again: (node, by) => {
      leaveRunning(node);
      if (by && slotless[node] === 0) laneOfNode[node] = laneFor({ ...by, group: groups.get(node) ?? null });
      makeReady(node);
      nextToStop = Math.min(nextToStop, node);
    },
    settle: (node, status, branch = null) => {
      const before = states[node];
      if (before === ENDED) return;
      leaveRunning(node);
      states[node] = ENDED;
      if (before === READY) lanesOf(node).drop(laneOfNode[node] as number, node);
      open -= 1;
      const end = statusNumbers[status];
      const way = portNumber(branch);
      ends[node] = end;
      branches[node] = way;
      for (let edge = edges.firstOf(node); edge !== 0; edge = edges.after(edge)) {
        const target = edges.targetOf(edge);
        learn(target, end, way, edges.portOf(edge));
        const left = (waits[target] as number) - 1;
        waits[target] = left;
        if (left === 0 && states[target] === WAITING) decide(target, true);
      }
    },
    stop: () => {
      isStopped = true;
    },
    stateOf: (node) => stateNames[states[node] as number] as NodeState,
    size: () => count,
    open: () => open,
    running: () => running,
  };
};
