/**
 * A hundred sessions in parallel against one money cap, in one process and in three: what is spent and reserved
 * is never above the cap, and what is left at the end is less than the worst case of one call.
 *
 *   npm exec -- node scripts/campaigns/budgets.ts [--seeds 20] [--first 1] [--sessions 100] [--cap 0.1]
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { createCore } from '../../core/app/index.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    sessions: { type: 'string', default: '100' },
    cap: { type: 'string', default: '0.1' },
    /** Set for the processes that this one starts. */
    child: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});
const capMicroUsd = Math.round(Number(values.cap) * 1e6);

const chanceFrom = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Answers like an OpenAI-compatible server, now slowly, now at once, now with a failure. */
const openServer = async (seed: number) => {
  const chance = chanceFrom(seed);
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { max_tokens, max_completion_tokens, model } = JSON.parse(body);
      const most = max_completion_tokens ?? max_tokens;
      const output = Math.max(1, Math.floor(chance() * most));
      const usage = { prompt_tokens: Math.floor(body.length / 12), completion_tokens: output };
      setTimeout(() => {
        if (chance() < 0.05) {
          response.writeHead(400, { 'content-type': 'application/json' });
          response.end('{"error":{"message":"no","type":"invalid_request_error"}}');
          return;
        }
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const chunk = (data: object) => {
          const whole = { id: 'c', object: 'chat.completion.chunk', created: 1, model, ...data };
          response.write(`data: ${JSON.stringify(whole)}\n\n`);
        };
        chunk({ choices: [{ index: 0, delta: { role: 'assistant', content: 'Position: go on.' } }] });
        chunk({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
        chunk({ choices: [], usage: { ...usage, total_tokens: usage.prompt_tokens + output } });
        response.end('data: [DONE]\n\n');
      }, chance() * 30);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}/v1`, close };
};

const settingsText = (url: string) => `providers:
  lab: { type: openai-compatible, base_url: ${url}, key: env:LAB_KEY }
prices:
  lab/a: { input_usd_per_million: 2, output_usd_per_million: 8 }
budgets:
  day: { usd: ${values.cap} }
`;

const specificationOf = (index: number) => ({
  name: `budgets_${index}`,
  mode: 'debate',
  strategy: index % 2 === 0 ? 'parallel' : 'round_robin',
  topic: `Designing a resilient edge network, part ${index}`,
  agents: ['Athena', 'Apollo'],
  max_rounds: 3,
  convergence: false,
  model: 'lab/a',
  max_output_tokens: 60 + (index % 7) * 20,
  seed: index,
});

/** Runs sessions in this process and counts their exit codes. */
const runSessions = async (home: string, from: number, count: number) => {
  const core = await createCore({ home, host: 'cli', environment: { LAB_KEY: 'key' }, logTo: 'none' });
  const codes: Record<string, number> = {};
  const ids = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const { id } = await core.api['sessions.create'](specificationOf(from + index));
      return id;
    }),
  );
  for (const id of ids) {
    const { exit_code: code } = await core.whenEnded(id);
    codes[code] = (codes[code] ?? 0) + 1;
  }
  await core.close();
  return codes;
};

interface Amounts {
  readonly spent: number;
  readonly reserved: number;
}

/** Looks at the ledger all the time, through a connection of its own. */
const watchLedger = (home: string) => {
  const database = new Database(join(home, 'agentnet.db'), { readonly: true });
  const query = database.prepare(
    `SELECT coalesce((SELECT sum(micro_usd) FROM spendings WHERE scope = 'day'), 0) AS spent,
       coalesce((SELECT sum(micro_usd) FROM reservations), 0) AS reserved`,
  );
  let most = 0;
  let looks = 0;
  const look = () => {
    const { spent, reserved } = query.get() as Amounts;
    most = Math.max(most, spent + reserved);
    looks += 1;
  };
  const timer = setInterval(look, 2);
  return () => {
    clearInterval(timer);
    look();
    const last = query.get() as Amounts;
    database.close();
    return { ...last, most, looks };
  };
};

/** The same sums from the events alone, in the order of their commits. */
const fromEvents = (home: string) => {
  const database = new Database(join(home, 'agentnet.db'), { readonly: true });
  const rows = database
    .prepare(
      `SELECT session_id, type, data FROM events
       WHERE type IN ('call-started', 'call-ended', 'cost-recorded', 'budget-refused') ORDER BY rowid`,
    )
    .all() as { session_id: string; type: string; data: string }[];
  database.close();
  const reserved = new Map<string, number>();
  let [spent, open, most, largest, refused] = [0, 0, 0, 0, 0];
  const free = (key: string) => {
    open -= reserved.get(key) ?? 0;
    reserved.delete(key);
  };
  for (const { session_id, type, data: text } of rows) {
    const data = JSON.parse(text);
    const key = `${session_id} ${data.call_id}`;
    if (type === 'call-started') {
      largest = Math.max(largest, data.reserved_micro_usd);
      reserved.set(key, data.reserved_micro_usd);
      open += data.reserved_micro_usd;
    } else if (type === 'cost-recorded') {
      free(key);
      spent += data.micro_usd;
    } else if (type === 'budget-refused') {
      refused += 1;
      largest = Math.max(largest, data.needed);
    } else if (data.outcome.kind === 'failed' && data.outcome.partial_text === '') {
      free(key);
    }
    most = Math.max(most, spent + open);
  }
  return { spent, open, most, largest, refused };
};

const inChildren = async (home: string, processes: number, sessions: number) => {
  const share = Math.ceil(sessions / processes);
  const codes = await Promise.all(
    Array.from({ length: processes }, async (_, index) => {
      const from = index * share;
      const count = Math.min(share, sessions - from);
      const child = fork(fileURLToPath(import.meta.url), [
        ...['--child', home, '--from', String(from), '--sessions', String(count), '--cap', values.cap],
      ]);
      const result = await new Promise<Record<string, number>>((resolve, reject) => {
        child.on('message', (message) => resolve(message as Record<string, number>));
        child.on('exit', (code) => reject(new Error(`a process ended with ${code}`)));
      });
      return result;
    }),
  );
  return codes.reduce<Record<string, number>>((sum, one) => {
    for (const [code, count] of Object.entries(one)) sum[code] = (sum[code] ?? 0) + count;
    return sum;
  }, {});
};

const once = async (seed: number, processes: number): Promise<boolean> => {
  const home = mkdtempSync(join(tmpdir(), 'agentnet-budgets-'));
  const server = await openServer(seed);
  writeFileSync(join(home, 'config.yaml'), settingsText(server.url));
  const sessions = Number(values.sessions);
  try {
    // Makes the database, so that it can be looked at.
    const first = await createCore({ home, host: 'cli', environment: {}, logTo: 'none' });
    await first.close();
    const stop = watchLedger(home);
    const codes =
      processes === 1 ? await runSessions(home, 0, sessions) : await inChildren(home, processes, sessions);
    const ledger = stop();
    const events = fromEvents(home);
    const left = capMicroUsd - events.spent;
    const problems = [
      ...(ledger.most > capMicroUsd ? [`the ledger held ${ledger.most}`] : []),
      ...(events.most > capMicroUsd ? [`the events held ${events.most}`] : []),
      ...(ledger.spent === events.spent ? [] : [`ledger ${ledger.spent}, events ${events.spent}`]),
      ...(ledger.reserved === 0 && events.open === 0 ? [] : [`${ledger.reserved} is still reserved`]),
      ...(left < events.largest ? [] : [`${left} is left, a call needs ${events.largest} at most`]),
      ...(events.refused > 0 ? [] : ['nothing was refused']),
    ];
    const figures = `spent ${events.spent}, most ${ledger.most}/${events.most}, left ${left}, largest call ${events.largest}`;
    const line = `seed ${seed}, ${processes} process(es): ${figures}, ${ledger.looks} looks, exit codes ${JSON.stringify(codes)}`;
    process.stdout.write(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${line} ${problems.join('; ')}\n`);
    return problems.length === 0;
  } finally {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
};

const main = async (): Promise<void> => {
  if (values.child !== undefined) {
    const codes = await runSessions(values.child, Number(values.from), Number(values.sessions));
    process.send?.(codes);
    process.disconnect();
    return;
  }
  let failed = 0;
  const first = Number(values.first);
  for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
    for (const processes of [1, 3]) if (!(await once(seed, processes))) failed += 1;
  }
  process.stdout.write(failed === 0 ? 'All as promised.\n' : `${failed} runs broke the promise.\n`);
  process.exitCode = failed === 0 ? 0 : 1;
};

await main();
