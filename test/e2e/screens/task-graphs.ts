import type { CoreApi } from '../../../core/contract/index.ts';

type Execution = Parameters<CoreApi['tasks.execute']>[0];
type Nodes = readonly Readonly<Record<string, unknown>>[];

/** A plan, two who work on it at once, a list that is worked through, and one who joins it all. */
export const harbourReport: Nodes = [
  { id: 'plan', title: 'Plan', prompt: 'Plan a report on a small harbour.', agent: 'Athena' },
  {
    id: 'risks',
    title: 'Risks',
    prompt: 'Name the risks of {{plan.output}}',
    agent: 'Apollo',
    deps: ['plan'],
  },
  {
    id: 'costs',
    title: 'Costs',
    prompt: 'Name the costs of {{plan.output}}',
    agent: 'Athena',
    deps: ['plan'],
  },
  {
    id: 'topics',
    title: 'Topics',
    prompt: 'List topics',
    agent: 'Apollo',
    output: 'list',
    pinned: ['Ships', 'Noise', 'Trade'],
  },
  {
    id: 'each',
    title: 'Each topic',
    kind: 'map',
    over: 'topics',
    prompt: 'Write on {{item}}',
    agent: 'Athena',
  },
  {
    id: 'join',
    title: 'Join',
    prompt: 'Make one text of {{risks.output}} and {{costs.output}} and {{each.output}}',
    agent: 'Apollo',
    deps: ['risks', 'costs', 'each'],
  },
];

/** A person is asked, and the run pauses before what follows. */
export const withQuestion: Nodes = [
  {
    id: 'draft',
    title: 'Draft',
    prompt: 'Draft a notice.',
    agent: 'Athena',
    pinned: 'Fewer ships from May on.',
  },
  {
    id: 'ask',
    title: 'Publish?',
    kind: 'approval',
    prompt: 'Publish this? {{draft.output}}',
    deps: ['draft'],
  },
  { id: 'side', title: 'Side work', prompt: 'Do something else.', agent: 'Apollo' },
  {
    id: 'send',
    title: 'Send it out',
    prompt: 'Send {{ask.output}}',
    agent: 'Apollo',
    deps: [{ node: 'ask', port: 'approved' }],
    breakpoint: true,
  },
];

/** Starts a run behind the screen and answers with the id of its session. */
export const run = async (core: CoreApi, nodes: Nodes, wishes: Partial<Execution> = {}): Promise<string> => {
  const { id } = await core['tasks.execute']({
    name: 'harbour_report',
    graph: { nodes: [...nodes] },
    ...wishes,
  });
  return id;
};

export const ended = async (core: CoreApi, id: string): Promise<boolean> =>
  (await core['sessions.summary']({ id })).status === 'ended';
