import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFakeProvider } from '../../../support/fake-provider.ts';
import { agentnet, newHome } from '../stand-ins.ts';

const home = newHome();
const jsonl = (name: string, lines: readonly unknown[]): string => {
  const file = join(home, name);
  writeFileSync(
    file,
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );
  return file;
};
const question = (id: string, model = 'stub/echo') => ({
  id,
  model,
  messages: [{ role: 'user', content: `Say ${id}.` }],
});

const entry = (url: string): string =>
  `providers:\n  lab: { type: openai-compatible, base_url: ${url}/v1 }\n`;

describe('agentnet call', { timeout: 30_000 }, () => {
  it('asks a model once and prints its words', async () => {
    const ran = await agentnet(home, 'call', '--model', 'stub/echo', '--prompt', 'Hello there');
    expect(ran).toMatchObject({ code: 0, out: 'Hello there\n', err: '' });
  });

  it('prints one object with --json', async () => {
    const ran = await agentnet(home, 'call', '--model', 'stub/echo', '--prompt', 'Hello', '--json');
    expect(ran.code).toBe(0);
    expect(ran.lines()).toEqual([
      expect.objectContaining({ text: 'Hello', complete: true, attempts: 1, cost_usd: 0, error: null }),
    ]);
  });

  it('makes the calls of a file, each answered under its id', async () => {
    const file = jsonl(
      'many.jsonl',
      Array.from({ length: 20 }, (_, index) => question(`q${index}`)),
    );
    const ran = await agentnet(home, 'call', '--jsonl', file, '--json');
    expect(ran.code).toBe(0);
    const answers = ran.lines() as { id: string; text: string }[];
    expect(answers.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => `q${index}`).sort(),
    );
    expect(answers.every(({ id, text }) => text === `Say ${id}.`)).toBe(true);
  });

  it('prints answers of a file for a person under their ids', async () => {
    const file = jsonl('two.jsonl', [question('a')]);
    expect(await agentnet(home, 'call', '--jsonl', file)).toMatchObject({ code: 0, out: '── a\nSay a.\n' });
  });

  it('ends with 5 when no call could be answered, and with 0 when one could', async () => {
    const down = jsonl('down.jsonl', [question('a', 'ollama/none')]);
    const ran = await agentnet(home, 'call', '--jsonl', down, '--json');
    expect(ran.code).toBe(5);
    expect(ran.lines()).toEqual([
      expect.objectContaining({
        id: 'a',
        complete: false,
        error: expect.objectContaining({
          code: 'provider/unreachable',
          retryable: true,
          retry_after_ms: null,
        }),
      }),
    ]);
    const mixed = jsonl('mixed.jsonl', [question('a', 'ollama/none'), question('b')]);
    expect((await agentnet(home, 'call', '--jsonl', mixed, '--json')).code).toBe(0);
  });

  it('tells what holds a call back as it happens, apart from the answers', async () => {
    const provider = await startFakeProvider();
    provider.mood = 'busy';
    const own = newHome();
    writeFileSync(join(own, 'config.yaml'), entry(provider.url));
    try {
      const file = join(own, 'one.jsonl');
      writeFileSync(file, JSON.stringify(question('q7', 'lab/alpha')));
      const ran = await agentnet(own, 'call', '--jsonl', file, '--json');
      expect(ran.lines()).toEqual([expect.objectContaining({ id: 'q7', attempts: 2, error: null })]);
      expect(ran.err).toMatch(/^q7: .*asked again in 50 ms$/m);
    } finally {
      await provider.close();
    }
  });

  it('asks along a chain, and says who answered', async () => {
    const ran = await agentnet(
      home,
      ...['call', '--model', 'ollama/none', '--model', 'stub/echo', '--prompt', 'Hello', '--json'],
    );
    expect(ran.code).toBe(0);
    expect(ran.lines()).toEqual([
      expect.objectContaining({
        text: 'Hello',
        error: null,
        warnings: [
          { code: 'fallback', message: expect.stringContaining('so stub/echo was asked') },
          { code: 'stub', message: expect.stringContaining('not a language model') },
        ],
      }),
    ]);
  });

  it('makes no call at all of bad input', async () => {
    const file = jsonl('bad.jsonl', [question('a'), '{']);
    const ran = await agentnet(home, 'call', '--jsonl', file, '--json');
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(await agentnet(home, 'call', '--prompt', 'x')).toMatchObject({ code: 2, out: '' });
    const blank = await agentnet(home, 'call', '--model', 'stub/echo', '--prompt', ' ');
    expect(blank).toMatchObject({ code: 2, out: '', err: expect.stringContaining('the prompt is empty') });
    expect(await agentnet(home, 'call', 'word')).toMatchObject({ code: 2 });
    const both = await agentnet(home, 'call', '--model', 'stub/echo', '--prompt', 'x', '--jsonl', file);
    expect(both).toMatchObject({ code: 2 });
    expect(await agentnet(home, 'call', '--model', 'opnai/gpt', '--prompt', 'x')).toMatchObject({ code: 2 });
  });
});
