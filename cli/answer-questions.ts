import { setTimeout } from 'node:timers/promises';
import type { Core } from '../core/app/index.ts';
import { AgentNetError, type RunEvent, type WatchMessage } from '../core/contract/index.ts';
import { plainText } from './plain-text.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds without an event after which only questions are left: what follows from an event is quicker. */
const QUIET_MS = 300;

/**
 * Answers for a person what nodes ask while their session is followed: with yes where he said so before, else by
 * asking at the terminal. `halted` is the error to end with where nobody can be asked and nothing else is left to do.
 */
export interface Answers {
  readonly hear: (message: WatchMessage) => Promise<void>;
  readonly halted: Promise<AgentNetError>;
}

interface Parts {
  readonly core: Core;
  readonly id: string;
  readonly terminal: Pick<Terminal, 'say' | 'ask'>;
  /** Approve whatever is asked. */
  readonly yes: boolean;
  /** Events that came before the session was followed. */
  readonly before?: Iterable<RunEvent>;
}

export const answerQuestions = ({ core, id, terminal, yes, before = [] }: Parts): Answers => {
  const state: Standing = { working: new Set(), open: new Map() };
  const asked = new Set<string>();
  let heard = 0;
  let halt: (error: AgentNetError) => void = () => {};
  const halted = new Promise<AgentNetError>((resolve) => {
    halt = resolve;
  });

  const answer = async (node: string, approved: boolean, note = ''): Promise<void> => {
    await core.api['sessions.approve']({ id, node, approved, note });
  };
  const ask = async (node: string, text: string): Promise<void> => {
    if (yes) return answer(node, true);
    if (!terminal.ask) return;
    terminal.say(`\n${plainText(text)}\n`);
    const given = await terminal.ask(`${plainText(node)}: approve? [y]es, [n]o, or later: `);
    if (isYes(given)) return answer(node, true);
    if (/^no?$/i.test(given?.trim() ?? '')) {
      await answer(node, false, (await terminal.ask('Why (may be left empty): ')) ?? '');
    }
  };
  const askAll = async (): Promise<void> => {
    for (const [node, text] of state.open) {
      if (asked.has(node)) continue;
      asked.add(node);
      await ask(node, text);
    }
  };
  const goOn = async (node: string): Promise<void> => {
    const question = `Paused before ${plainText(node)}. Go on? [y]es, or later: `;
    if (yes || isYes(await terminal.ask?.(question))) await core.api['sessions.resume']({ id });
    else halt(pausedAt(id, node));
  };
  const haltWhenQuiet = async (): Promise<void> => {
    const then = heard;
    await setTimeout(QUIET_MS, undefined, { ref: false });
    if (heard === then && isQuiet(state)) halt(waitsFor(id, [...state.open.keys()]));
  };

  for (const event of before) foldStanding(state, event);
  return {
    halted,
    hear: async (message) => {
      if (message.kind === 'event') {
        heard += 1;
        foldStanding(state, message.event);
        if (message.event.type === 'session-paused' && message.event.data.node !== undefined) {
          await goOn(message.event.data.node);
        }
      }
      for (const node of asked) if (!state.open.has(node)) asked.delete(node);
      await askAll();
      if (isQuiet(state)) void haltWhenQuiet();
    },
  };
};

/** What is under way, and what is asked. */
interface Standing {
  /** Turns, sessions inside of nodes, and waits before another attempt. */
  readonly working: Set<string>;
  /** What is shown to the person, by node. */
  readonly open: Map<string, string>;
}

const isQuiet = ({ working, open }: Standing): boolean => working.size === 0 && open.size > 0;

const foldStanding = ({ working, open }: Standing, { type, data }: RunEvent): void => {
  switch (type) {
    case 'turn-started':
      working.add(data.task_id);
      return;
    case 'turn-ended':
    case 'turn-failed':
      working.delete(data.task_id);
      return;
    case 'child-started':
      working.add(data.session_id);
      return;
    case 'child-ended':
      working.delete(data.session_id);
      return;
    case 'node-retried':
      working.add(`again ${data.node}`);
      return;
    case 'node-due':
      working.delete(`again ${data.node}`);
      return;
    case 'approval-requested':
      open.set(data.node, data.text);
      return;
    case 'plan-proposed':
      if (!data.auto) open.set(data.node, JSON.stringify(data.graph, null, 2));
      return;
    case 'approval-answered':
    case 'plan-answered':
      open.delete(data.node);
      return;
    case 'node-ended':
      open.delete(data.node);
      working.delete(`again ${data.node}`);
      return;
    default:
  }
};

const isYes = (given: string | undefined): boolean => /^y(es)?$/i.test(given?.trim() ?? '');

const waitsFor = (id: string, nodes: readonly string[]): AgentNetError => {
  const [first = ''] = nodes;
  const named = /^[\w./-]+$/.test(first) ? first : JSON.stringify(first);
  const which = nodes.length === 1 ? `Node ${first} waits` : `${nodes.length} nodes wait`;
  return new AgentNetError('session/interrupted', `${which} for a person.`, {
    where: { session_id: id },
    kept: 'Every finished node is stored.',
    remedy: `Answer with \`agentnet approve ${id} ${named} --yes\` or --no, which goes on with the run.`,
    data: { waiting: nodes },
  });
};

const pausedAt = (id: string, node: string): AgentNetError =>
  new AgentNetError('session/interrupted', `The run is paused before node ${node}.`, {
    where: { session_id: id },
    kept: 'Every finished node is stored.',
    remedy: `Go on with \`agentnet resume ${id}\`.`,
  });
