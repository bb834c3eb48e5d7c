import type { Command, Option } from './command.ts';

const json: Option = { summary: 'machine-readable output only, one JSON object a line' };
const home: Option = { summary: 'use this data folder', value: 'DIR' };

/** Every command of the command line. */
export const commands: Readonly<Record<string, Command>> = {
  run: {
    summary: 'run a session specification and watch it',
    forms: ['FILE'],
    options: {
      model: { summary: 'replace every agent’s models by this one', value: 'MODEL' },
      seed: { summary: 'seed of everything that is left to chance', value: 'N' },
      set: {
        summary: 'set a value of the specification, like max_rounds=3',
        value: 'PATH=VALUE',
        repeatable: true,
      },
      json,
      home,
    },
    notes: [
      'FILE is a YAML file, or - for standard input. With --json every stored event is a line, the last one',
      'session-ended. Ctrl-C gives the session up in an orderly way; `agentnet resume` goes on with it.',
    ],
    load: async () => (await import('./commands/run.ts')).runFile,
  },
  resume: {
    summary: 'go on with interrupted sessions: one, or all of them',
    forms: ['[ID]'],
    options: { json, home },
    load: async () => (await import('./commands/resume.ts')).resumeSessions,
  },
  approve: {
    summary: 'answer a node of a task graph that waits for a person, and go on',
    forms: ['ID NODE --yes', 'ID NODE --no'],
    options: {
      yes: { summary: 'approve it' },
      no: { summary: 'reject it' },
      note: { summary: 'why, for the record and for a planner who tries again', value: 'TEXT' },
      output: { summary: 'hand this on instead of what was shown', value: 'TEXT' },
      plan: {
        summary: 'carry this plan out (JSON or YAML) instead of the one that was shown',
        value: 'FILE',
      },
      json,
      home,
    },
    load: async () => (await import('./commands/approve.ts')).approveNode,
  },
  sessions: {
    summary: 'list, show, search and delete sessions; print their spans',
    forms: ['[list]', 'show ID', 'spans ID', 'search WORDS...', 'delete ID'],
    options: {
      limit: { summary: 'list at most so many', value: 'N' },
      json,
      home,
    },
    load: async () => (await import('./commands/sessions.ts')).runSessions,
  },
  verify: {
    summary: 'check that a session’s events are as they were written',
    forms: ['ID'],
    options: { json, home },
    load: async () => (await import('./commands/verify.ts')).verifySession,
  },
  replay: {
    summary: 'replay a session without any call and compare every event',
    forms: ['ID'],
    options: { json, home },
    load: async () => (await import('./commands/replay.ts')).replaySession,
  },
  call: {
    summary: 'make plain calls to models, without a session',
    forms: ['--model MODEL... [--prompt TEXT]', '[--model MODEL...] --jsonl FILE'],
    options: {
      model: {
        summary: 'the model to ask; given again: who is asked when it cannot answer',
        value: 'MODEL',
        repeatable: true,
      },
      prompt: { summary: 'what to say to it; standard input when absent', value: 'TEXT' },
      jsonl: { summary: 'make the calls of a file, one JSON object a line', value: 'FILE' },
      json,
      home,
    },
    notes: [
      'A line of FILE is {"id", "model", "messages": [{"role", "content"}], "tools"?: [{"name", "description",',
      '"input_schema"}]}; FILE may be - for standard input. Answers come in the order in which they are ready.',
      'With "models": [...] instead of "model" a line names a chain: the next one is asked where one cannot answer,',
      'and the rules of budgets.downgrade step down along it.',
    ],
    load: async () => (await import('./commands/call.ts')).makeCalls,
  },
  cost: {
    summary: 'say what was spent, on what, and how far the budgets are used',
    forms: [''],
    options: {
      by: { summary: 'provider, model, agent, session, project, day or hour', value: 'WHAT' },
      prices: { summary: 'price the stored calls again with this table', value: 'FILE' },
      json,
      home,
    },
    notes: [
      'With --json one object {"total_usd", "reserved_usd", "groups", ...} is printed. FILE has the form of the',
      'tables in resources/prices. Calls of unknown price are counted apart, never as zero.',
    ],
    load: async () => (await import('./commands/cost.ts')).showCosts,
  },
  agents: {
    summary: 'list and show agents, or create one from a YAML file',
    forms: ['[list]', 'show NAME', 'create FILE'],
    options: { json, home },
    load: async () => (await import('./commands/agents.ts')).runAgents,
  },
  keys: {
    summary: 'set, test, list and remove the keys of providers',
    forms: ['[list]', 'set PROVIDER', 'test PROVIDER', 'remove PROVIDER'],
    options: { json, home },
    notes: [
      'The key is asked for without showing it, or read from standard input: it is never an argument, which other',
      'users of this machine could read. It goes into the keychain, or where there is none into an encrypted vault,',
      'whose pass phrase is asked for or given in AGENTNET_KEY_PASSPHRASE. A variable like OPENAI_API_KEY wins.',
    ],
    load: async () => (await import('./commands/keys.ts')).runKeys,
  },
  graph: {
    summary: 'run a task graph, check, convert or store it, or have a planner draw one',
    forms: ['run FILE', 'check FILE', 'convert FILE', 'save FILE', 'list', 'show ID', 'plan GOAL'],
    options: {
      parallel: { summary: 'run at most so many nodes at once (8)', value: 'N' },
      input: { summary: 'a value for an input of the graph', value: 'NAME=VALUE', repeatable: true },
      'on-failure': { summary: 'when a node has failed for good (stop)', value: 'stop|continue' },
      reuse: { summary: 'take outputs of this earlier run where nothing changed', value: 'ID' },
      from: {
        summary: 'run from this node on, the rest taken from --reuse',
        value: 'NODE',
        repeatable: true,
      },
      only: { summary: 'run this node only, the rest taken from --reuse', value: 'NODE', repeatable: true },
      yes: { summary: 'approve whatever asks for it' },
      to: { summary: 'convert to this notation (the other one)', value: 'json|yaml' },
      agents: { summary: 'plan with these agents only (all)', value: 'A,B' },
      planner: { summary: 'who plans (Planner)', value: 'NAME' },
      model: { summary: 'this model instead of the model chain of each agent', value: 'PROVIDER/MODEL' },
      'max-nodes': { summary: 'plan at most so many tasks (12)', value: 'N' },
      seed: { summary: 'seed of the run', value: 'N' },
      out: { summary: 'write the plan to this new file, as JSON where it ends with .json', value: 'FILE' },
      json,
      home,
    },
    notes: [
      '`plan` asks a planner to divide the goal into tasks, and prints the graph to be checked, edited and run.',
      'FILE is {nodes: [{id, prompt, agent, deps}]} in JSON or YAML. `check` ends with 2 when it cannot run.',
      'Where a node asks a person and nobody can be asked, `run` ends with 6; `agentnet approve` goes on.',
    ],
    load: async () => (await import('./commands/graph.ts')).runGraph,
  },
  serve: {
    summary: 'serve the screens and the REST API on this machine',
    forms: [''],
    options: {
      host: { summary: 'listen on this address (127.0.0.1)', value: 'HOST' },
      port: { summary: 'listen on this port (4310, or the next free one)', value: 'N' },
      open: { summary: 'open the page in the browser, where there is a display' },
      'no-open': { summary: 'only print the address; this is what happens without --open' },
      because: { summary: 'why the page is served and not the desktop window; shown there', value: 'TEXT' },
      json,
      home,
    },
    notes: [
      'The printed address carries the access token once. With --json one line {"url","token","pid"} is printed',
      'when the host is ready. A second `serve` on the same data folder prints the address of the first.',
    ],
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  doctor: {
    summary: 'say what works on this machine, and how to mend what does not',
    forms: [''],
    options: { json, home },
    load: async () => (await import('./commands/doctor.ts')).runDoctor,
  },
};
