import { setTimeout } from 'node:timers/promises';
import type { Core } from '../core/app/index.ts';
import { AgentNetError, type RunEvent, type WatchMessage } from '../core/contract/index.ts';
import { plainText } from './plain-text.ts';
import { emptyStanding, foldStanding } from './run-standing.ts';
import type { Terminal } from './terminal.ts';

/** Milliseconds without an event after which only questions are left: what follows from an event is quicker. */
const QUIET_MS = 300;
/** Milliseconds between two looks for a session that is about to be recorded. */
const LOOK_MS = 50;

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
  const state = emptyStanding();
  /** Sessions inside of nodes that only a person can go on with, with what is said then. */
  const stuck = new Map<string, AgentNetError>();
  const over = new AbortController();
  const followed = new Set<string>();
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
  /** Nothing goes on by itself, and something is asked. */
  const isQuiet = (): boolean => {
    for (const child of stuck.keys()) if (!state.children.has(child)) stuck.delete(child);
    return state.working.size === 0 && state.children.size === stuck.size && state.open.size + stuck.size > 0;
  };
  const goOn = async (node: string): Promise<void> => {
    const question = `Paused before ${plainText(node)}. Go on? [y]es, or later: `;
    if (yes || isYes(await terminal.ask?.(question))) await core.api['sessions.resume']({ id });
    else halt(pausedAt(id, node));
  };
  const haltWhenQuiet = async (): Promise<void> => {
    const then = heard;
    await setTimeout(QUIET_MS, undefined, { ref: false });
    if (heard !== then || !isQuiet()) return;
    const [inside] = stuck.values();
    halt(state.open.size > 0 || !inside ? waitsFor(id, [...state.open.keys()]) : inside);
  };

  /** Sessions inside of nodes ask as well; one that waits for a person holds nothing else up. */
  const followInside = async (child: string): Promise<void> => {
    const answers = answerQuestions({ core, id: child, terminal, yes });
    void answers.halted.then((error) => {
      stuck.set(child, withParent(error, id));
      if (isQuiet()) void haltWhenQuiet();
    });
    const messages = core.api['sessions.watch']({ id: child }, { signal: over.signal });
    for await (const message of messages as AsyncIterable<WatchMessage>) {
      await answers.hear(message);
      if (message.kind === 'event' && message.event.type === 'session-ended') return;
    }
  };
  /** Its run around tells of it before it is recorded. */
  const followWhenThere = async (child: string): Promise<void> => {
    while (!over.signal.aborted && state.children.has(child)) {
      const there = await followInside(child).then(
        () => true,
        () => false,
      );
      if (there) return;
      await setTimeout(LOOK_MS, undefined, { ref: false });
    }
  };
  const followAllInside = (): void => {
    for (const child of state.children) {
      if (followed.has(child)) continue;
      followed.add(child);
      void followWhenThere(child);
    }
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
      if (message.kind === 'event' && message.event.type === 'session-ended') over.abort();
      else followAllInside();
      await askAll();
      if (isQuiet()) void haltWhenQuiet();
    },
  };
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

/** It goes on by itself when it is answered; the run around it is gone on with afterwards. */
const withParent = (error: AgentNetError, parent: string): AgentNetError =>
  new AgentNetError(error.code, error.message, {
    ...(error.where && { where: error.where }),
    kept: 'Every finished node is stored.',
    remedy: `${error.remedy ?? ''} Then go on with \`agentnet resume ${parent}\`.`.trim(),
    data: error.data,
  });
