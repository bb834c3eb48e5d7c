import type { Core } from '../../core/app/index.ts';
import { AgentNetError, type SessionSummary } from '../../core/contract/index.ts';
import type { Invocation, RunCommand } from '../command.ts';
import { listSessions } from '../list-sessions.ts';
import { plainText } from '../plain-text.ts';
import { wholeNumber } from '../read-arguments.ts';
import { sessionNamed } from '../session-named.ts';
import type { Terminal } from '../terminal.ts';
import { detailText } from '../transcript/detail-text.ts';
import { plural, usdText } from '../transcript/figures.ts';
import { createPaint } from '../transcript/paint.ts';
import { withCore } from '../with-core.ts';

/** Rows that fit a screen or two; more on request. */
const SHOWN = 50;

/** `agentnet sessions [list | show ID | spans ID | search WORDS | delete ID]` */
export const runSessions: RunCommand = (invocation, terminal) => {
  const [action = 'list', ...words] = invocation.words;
  const one = () => {
    const [id] = words;
    if (id !== undefined && words.length === 1) return id;
    throw usage(`\`agentnet sessions ${action}\` needs one ID.`);
  };
  const limit = wholeNumber(invocation, 'limit', { min: 1, max: 1_000_000 });
  switch (action) {
    case 'list':
      if (words.length > 0) throw usage(`\`agentnet sessions list\` does not take ${words.join(' ')}.`);
      return withCore(invocation, terminal, (core) => list(core, invocation, terminal, limit));
    case 'show': {
      const id = one();
      return withCore(invocation, terminal, (core) => show(core, invocation, terminal, id));
    }
    case 'delete': {
      const id = one();
      return withCore(invocation, terminal, (core) => remove(core, invocation, terminal, id));
    }
    case 'spans': {
      const id = one();
      return withCore(invocation, terminal, (core) => spans(core, invocation, terminal, id));
    }
    case 'search':
      if (words.length === 0) throw usage('`agentnet sessions search` needs words to look for.');
      return withCore(invocation, terminal, (core) =>
        search(core, invocation, terminal, words.join(' '), limit),
      );
    default:
      throw usage(
        `\`agentnet sessions\` cannot ${action}; it can list, show, print spans, search and delete.`,
      );
  }
};

const usage = (message: string): AgentNetError =>
  new AgentNetError('input/usage', message, { remedy: '`agentnet sessions --help` shows what it takes.' });

const list = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  limit?: number,
): Promise<number> => {
  const machine = invocation.flag('json');
  const most = limit ?? (machine ? Number.POSITIVE_INFINITY : SHOWN);
  let shown = 0;
  for await (const session of listSessions(core)) {
    if (shown === most) {
      if (!machine) terminal.say(`There are more; \`agentnet sessions list --limit N\` shows them.`);
      break;
    }
    await terminal.out.write(`${machine ? JSON.stringify(session) : rowText(session)}\n`);
    shown += 1;
  }
  if (shown === 0 && !machine) {
    terminal.say('There are no sessions yet. Start one: agentnet run scenarios/resilient-edge.yaml');
  }
  return 0;
};

const rowText = ({
  id,
  status,
  outcome,
  waits_for: asks,
  mode,
  turns,
  totals,
  updated_at,
  name,
}: SessionSummary): string =>
  plainText(
    [
      id.slice(0, 8),
      (outcome ?? (status === 'running' && asks ? 'waits for you' : status)).padEnd(16),
      mode.padEnd(10),
      plural(turns, 'turn').padStart(10),
      usdText(totals.usd).padStart(9),
      new Date(updated_at).toISOString().slice(0, 16).replace('T', ' '),
      name,
    ].join('  '),
  );

const show = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  given: string,
): Promise<number> => {
  const { id } = await sessionNamed(core, given);
  const detail = await core.api['sessions.get']({ id });
  await terminal.out.write(
    invocation.flag('json')
      ? `${JSON.stringify(detail)}\n`
      : detailText(detail, createPaint(terminal.colour)),
  );
  return 0;
};

/** For tools that read traces; indented where a person may look at it. */
const spans = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  given: string,
): Promise<number> => {
  const { id } = await sessionNamed(core, given);
  const document = await core.api['sessions.spans']({ id });
  await terminal.out.write(`${JSON.stringify(document, null, invocation.flag('json') ? 0 : 2)}\n`);
  return 0;
};

const remove = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  given: string,
): Promise<number> => {
  const { id, name } = await sessionNamed(core, given);
  const report = await core.api['sessions.delete']({ id });
  if (invocation.flag('json')) {
    await terminal.out.write(`${JSON.stringify(report)}\n`);
    return 0;
  }
  const others = report.other_chains_intact
    ? 'all other sessions are intact'
    : 'another session’s chain is broken';
  await terminal.out.write(
    plainText(`Deleted ${name} (${id}) with ${plural(report.events, 'event')}; ${others}.\n`),
  );
  return 0;
};

const search = async (
  core: Core,
  invocation: Invocation,
  terminal: Terminal,
  query: string,
  limit = SHOWN,
): Promise<number> => {
  const { items } = await core.api['sessions.search']({ query, limit: Math.min(limit, 200) });
  const paint = createPaint(terminal.colour);
  for (const hit of items) {
    const place = paint.faint(
      `${hit.session_id.slice(0, 8)} ${hit.session_name}, ${hit.node === null ? `round ${hit.round}` : `node ${hit.node}`}, ${hit.agent}:`,
    );
    // The marks around found words are control characters, so they go where others are taken out.
    const snippet = hit.snippet
      .split(/[\u0002\u0003]/)
      .map((part, index) => (index % 2 === 1 ? paint.strong(plainText(part)) : plainText(part)))
      .join('');
    await terminal.out.write(invocation.flag('json') ? `${JSON.stringify(hit)}\n` : `${place} ${snippet}\n`);
  }
  if (items.length === 0 && !invocation.flag('json')) terminal.say('No finished turn has these words.');
  return 0;
};
