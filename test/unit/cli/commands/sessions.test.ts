import { describe, expect, it } from 'vitest';
import { agentnet, newHome, specificationFile } from '../stand-ins.ts';

const home = newHome();
const ran = await agentnet(home, 'run', specificationFile(home), '--json');
await agentnet(home, 'run', specificationFile(home), '--set', 'name=another');
const id = String(ran.lines()[0]?.['session_id']);

describe('agentnet sessions', { timeout: 30_000 }, () => {
  it('lists, newest first, for people and for programs', async () => {
    const people = await agentnet(home, 'sessions');
    expect(people.out.split('\n').slice(0, 2)).toEqual([
      expect.stringContaining('another'),
      expect.stringContaining('two_voices'),
    ]);
    const programs = await agentnet(home, 'sessions', 'list', '--json');
    expect(programs.lines()).toMatchObject([{ name: 'another' }, { id, status: 'ended', turns: 5 }]);
    expect((await agentnet(home, 'sessions', '--limit', '1')).err).toContain('There are more');
  });

  it('shows one with its finished turns', async () => {
    const [detail] = (await agentnet(home, 'sessions', 'show', id, '--json')).lines();
    expect(detail).toMatchObject({
      id,
      name: 'two_voices',
      mode: 'debate',
      status: 'ended',
      outcome: 'completed',
      converged: false,
      rounds_executed: 2,
      incomplete: [],
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { out } = await agentnet(home, 'sessions', 'show', id.slice(0, 8));
    expect(out).toContain('── Round 1');
    expect(out).toContain(`digest ${String(detail?.['digest'])}`);
  });

  it('prints its spans as one OTLP document, on one line for programs', async () => {
    const { out } = await agentnet(home, 'sessions', 'spans', id.slice(0, 8), '--json');
    expect(out.trim().split('\n')).toHaveLength(1);
    const document = JSON.parse(out);
    const { spans } = document.resourceSpans[0].scopeSpans[0];
    expect(spans[0]).toMatchObject({ name: 'session two_voices', status: { code: 0 } });
    expect(spans.filter(({ name }: { name: string }) => name.startsWith('invoke_agent '))).toHaveLength(5);
    const people = await agentnet(home, 'sessions', 'spans', id);
    expect(people.out).toContain('\n  "resourceSpans"');
    expect(JSON.parse(people.out)).toEqual(document);
    expect((await agentnet(home, 'sessions', 'spans')).code).toBe(2);
  });

  it('finds words in turns', async () => {
    const found = await agentnet(home, 'sessions', 'search', 'tram', '--json');
    expect(found.lines()[0]).toMatchObject({
      agent: expect.any(String),
      snippet: expect.stringMatching(/tram/i),
    });
    const people = await agentnet(home, 'sessions', 'search', 'tram');
    expect(people.out).toContain('two_voices');
    expect(people.out).not.toMatch(/[\u0002\u0003]/);
    expect(await agentnet(home, 'sessions', 'search', 'zyxwvut')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('No finished turn'),
    });
  });

  it('deletes one and leaves the others whole', async () => {
    const folder = newHome();
    const [first] = (await agentnet(folder, 'run', specificationFile(folder), '--json')).lines();
    const [second] = (await agentnet(folder, 'run', specificationFile(folder), '--json')).lines();
    const deleted = await agentnet(folder, 'sessions', 'delete', String(first?.['session_id']), '--json');
    expect(deleted.lines()).toMatchObject([{ id: first?.['session_id'], other_chains_intact: true }]);
    expect((await agentnet(folder, 'sessions', '--json')).lines()).toMatchObject([
      { id: second?.['session_id'] },
    ]);
    const again = await agentnet(folder, 'sessions', 'delete', String(second?.['session_id']));
    expect(again.out).toContain('all other sessions are intact');
    expect(await agentnet(folder, 'sessions')).toMatchObject({
      out: '',
      err: expect.stringContaining('no sessions yet'),
    });
  });

  it.each([
    ['sessions show', 'needs one ID'],
    ['sessions delete', 'needs one ID'],
    ['sessions list x', 'does not take x'],
    ['sessions burn', 'cannot burn'],
    ['sessions search', 'needs words'],
    ['sessions show none', 'There is no session none'],
    ['sessions show 00000000-0000-4000-8000-000000000000', 'There is no session'],
    ['sessions --limit 0', '--limit must be'],
  ])('refuses `%s`', async (line, words) => {
    const refused = await agentnet(home, ...line.split(' '));
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining(words) });
  });
});
