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
  sessions: {
    summary: 'list, show, search and delete sessions',
    forms: ['[list]', 'show ID', 'search WORDS...', 'delete ID'],
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
  agents: {
    summary: 'list and show agents, or create one from a YAML file',
    forms: ['[list]', 'show NAME', 'create FILE'],
    options: { json, home },
    load: async () => (await import('./commands/agents.ts')).runAgents,
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
