import { AgentNetError, type EventDraft, type RunEvent, type SessionId } from '../../core/contract/index.ts';
import { replaySession, type SessionRun } from '../../core/orchestration/index.ts';
import type { ChatModel, ChatRequest, StreamPart } from '../../core/providers/index.ts';
import { type EngineBench, openEngineBench } from './engine-bench.ts';
import { createdWorkflow, type WorkflowChoice } from './workflow-run.ts';

/** What a model of the bench is asked, as far as a test wants to know it. */
export interface Asked {
  readonly task: 'plan' | 'review' | 'task';
  readonly speaker: string;
  /** All messages. */
  readonly prompt: string;
  /** True where an answer before this one could not be used. */
  readonly again: boolean;
}

/** Gives an answer by the prompt and by nothing else, or fails; `cut`: it stopped at the output limit. */
export type Answering = (asked: Asked) => string | AgentNetError | { readonly cut: string };

const askedOf = ({ messages }: ChatRequest): Asked => {
  const prompt = messages.map(({ content }) => content).join('\n\n');
  const [, task = 'task', speaker = ''] = /Task: (\w+)\. Speaker: ([\w-]+)\./.exec(prompt) ?? [];
  return { task: task as Asked['task'], speaker, prompt, again: prompt.includes('was of no use') };
};

const modelFor = (answering: Answering): ChatModel => {
  const answer = (request: ChatRequest) => {
    const given = answering(askedOf(request));
    if (given instanceof AgentNetError) throw given;
    return typeof given === 'string'
      ? { text: given, finishReason: { unified: 'stop', raw: 'stop' } as const }
      : { text: given.cut, finishReason: { unified: 'length', raw: 'length' } as const };
  };
  const finish = {
    usage: { input: 300, output: 100 },
    model: 'stub/debater',
    requestId: null,
    warnings: [],
  } as const;
  return {
    name: 'stub/debater',
    capabilities: { local: true, stub: true, toolCalls: false, structuredOutput: false, seed: true },
    async *stream(request): AsyncGenerator<StreamPart> {
      const { text, finishReason } = answer(request);
      yield { kind: 'text-delta', text };
      yield { kind: 'finish', finishReason, ...finish };
    },
    complete: async (request) => ({ ...finish, ...answer(request), reasoning: '', toolCalls: [] }),
  };
};

/** A plan of tasks in a row or side by side: `['a', 'b<a', 'c<a,b']`, all done by Athena. */
export const planOf = (...tasks: readonly string[]): string =>
  JSON.stringify({
    nodes: tasks.map((task) => {
      const [id = '', deps = ''] = task.split('<');
      return { id, prompt: `Do ${id}.`, agent: 'Athena', deps: deps.split(',').filter((dep) => dep !== '') };
    }),
  });

const teamNode = {
  id: 'team',
  kind: 'delegate',
  prompt: 'Move the office.',
  agents: ['Athena', 'Apollo'],
  planner: 'Moderator',
  reviewer: 'Synthesizer',
  rounds: 2,
};

export interface DelegationOutcome {
  readonly events: readonly RunEvent[];
  readonly ended: Awaited<SessionRun['ended']>;
  /** Ids of the nodes that ended, with their status, in the order of the log. */
  readonly nodes: readonly string[];
}

/** A person's act, once a plan of this revision waits for an answer. */
export type Acts = (revision: number, run: SessionRun) => readonly EventDraft[];

export interface DelegationBench extends EngineBench {
  /** Runs one node that delegates, and checks that its log replays. */
  readonly delegate: (
    node?: Readonly<Record<string, unknown>>,
    choice?: WorkflowChoice,
    acts?: Acts,
  ) => Promise<DelegationOutcome>;
}

const AUTO = { max_nodes: 12, max_depth: 1, approve: 'auto' } as const;

export const openDelegationBench = async (answering: Answering): Promise<DelegationBench> => {
  const bench = await openEngineBench({}, async () => modelFor(answering));
  return {
    ...bench,
    delegate: async (node = {}, choice = {}, acts) => {
      const graph = { nodes: [{ ...teamNode, ...node }] };
      const run = await bench.create(createdWorkflow(graph, { delegation: AUTO, ...choice }));
      await run.start();
      const ended = acts ? await answered(bench, run, acts) : await run.ended;
      const events = await bench.events(ended.session_id);
      const report = await replaySession(ended.session_id, bench.store.read(ended.session_id as SessionId));
      if (!report.equal) throw new Error(`It does not replay: ${JSON.stringify(report.first_difference)}`);
      return {
        events,
        ended,
        nodes: events.flatMap((event) =>
          event.type === 'node-ended' ? [`${event.data.node} ${event.data.status}`] : [],
        ),
      };
    },
  };
};

/** Waits for proposals as a person would, until the session has ended. */
const answered = async (
  bench: EngineBench,
  run: SessionRun,
  acts: Acts,
): Promise<DelegationOutcome['ended']> => {
  const isOver = run.ended.then(() => true);
  let seen = 0;
  while (!(await Promise.race([isOver, new Promise((done) => setImmediate(() => done(false)))]))) {
    const proposals = (await bench.events(run.state.sessionId)).filter(
      ({ type }) => type === 'plan-proposed',
    );
    if (proposals.length === seen || run.state.protocol.standingOf('team') !== 'awaiting') continue;
    seen = proposals.length;
    const inputs = acts(seen, run);
    if (inputs.length > 0) await run.act(inputs);
  }
  return run.ended;
};

/** The prompts of the planner's and reviewer's turns, in the order of the log. */
export const promptsOf = (events: readonly RunEvent[], task: Asked['task']): readonly string[] =>
  events.flatMap((event) => {
    if (event.type !== 'call-started') return [];
    const prompt = event.data.messages.map(({ content }) => content).join('\n\n');
    return prompt.includes(`Task: ${task}. `) ? [prompt] : [];
  });

export const outputOf = (events: readonly RunEvent[], node: string): unknown =>
  events.flatMap((event) =>
    event.type === 'node-ended' && event.data.node === node ? [event.data.output] : [],
  )[0];

export const refused = (): AgentNetError =>
  new AgentNetError('provider/content-filter', 'The provider refused to answer.');
