import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agentnet, newHome } from '../stand-ins.ts';

const home = newHome();

describe('agentnet cost', { timeout: 30_000 }, () => {
  it('prints one object or a table, on an empty data folder too', async () => {
    const [empty] = (await agentnet(home, 'cost', '--json')).lines();
    expect(empty).toMatchObject({ by: 'model', total_usd: 0, reserved_usd: 0, groups: [] });
    const file = join(home, 'one.yaml');
    writeFileSync(file, 'mode: single\ntopic: Why?\nagents: [Athena]\nmodel: stub/debater\n');
    expect((await agentnet(home, 'run', file)).code).toBe(0);
    const [costs] = (await agentnet(home, 'cost', '--by', 'agent', '--json')).lines();
    expect(costs).toMatchObject({
      by: 'agent',
      groups: [{ key: 'Athena', usd: 0, calls: 1, unknown_calls: 0 }],
    });
    const { out, code } = await agentnet(home, 'cost');
    expect(out).toContain('stub/debater');
    expect(out).toContain('Total $0 in 1 call; $0 reserved.');
    expect(code).toBe(0);
  });

  it('tells sessions of one name apart, and says how far caps in every unit are used', async () => {
    const own = newHome();
    writeFileSync(
      join(own, 'config.yaml'),
      'stub: { latency_ms: 0, tokens_per_s: 0 }\nbudgets: { day: { usd: 1, tokens: 5000, seconds: 90 } }\n',
    );
    const file = join(own, 'one.yaml');
    writeFileSync(file, 'name: same\nmode: single\ntopic: Why?\nagents: [Athena]\nmodel: stub/debater\n');
    const ids: string[] = [];
    for (const _ of [1, 2]) {
      const ran = await agentnet(own, 'run', file, '--json');
      ids.push(String(ran.lines().at(-1)?.['session_id']));
    }
    const { out } = await agentnet(own, 'cost', '--by', 'session');
    for (const id of ids) expect(out).toContain(`same (${id.slice(0, 8)})`);
    expect(out).toMatch(/\$0 spent, \$0 reserved of \$1\.00\.$/m);
    expect(out).toMatch(/[\d,]+ spent, 0 reserved of 5,000 tokens\.$/m);
    expect(out).toMatch(/(ms|s) spent, 0 ms reserved of 1 m 30 s\.$/m);
  });

  it('prices again with a table, and refuses what is none', async () => {
    const file = join(home, 'prices.json');
    writeFileSync(file, JSON.stringify({ table: 'mine', providers: {} }));
    expect((await agentnet(home, 'cost', '--prices', file, '--json')).lines()).toMatchObject([
      { total_usd: 0 },
    ]);
    writeFileSync(file, '[]');
    expect(await agentnet(home, 'cost', '--prices', file)).toMatchObject({ code: 2, out: '' });
    expect(await agentnet(home, 'cost', '--prices', join(home, 'gone.json'))).toMatchObject({ code: 2 });
  });

  it('refuses a dimension that there is not', async () => {
    expect(await agentnet(home, 'cost', '--by', 'month')).toMatchObject({
      code: 2,
      err: expect.stringContaining('provider, model, agent'),
    });
  });
});
