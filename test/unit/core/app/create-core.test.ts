import { describe, expect, it } from 'vitest';
import { debate, openCore } from '../../../support/open-core.ts';

describe('a core', () => {
  it('runs a session from a specification and answers with what is stored', async () => {
    const { api, whenEnded } = await openCore();
    const created = await api['sessions.create'](debate());
    expect(created).toMatchObject({ mode: 'debate', participants: ['Athena', 'Apollo', 'Hermes'] });
    const ended = await whenEnded(created.id);
    const detail = await api['sessions.get']({ id: created.id });
    expect(detail).toMatchObject({ status: 'ended', outcome: ended.outcome });
    expect(detail.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await whenEnded(created.id)).toEqual(ended);
  });

  it('gives equal digests for equal seeds and others for others', async () => {
    const { api, whenEnded } = await openCore();
    const digest = async (seed: number) => {
      const { id } = await api['sessions.create'](debate({ seed, strategy: 'parallel' }));
      await whenEnded(id);
      return (await api['sessions.get']({ id })).digest;
    };
    const [a, b, c] = [await digest(1), await digest(1), await digest(2)];
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  it('refuses a wrong specification with all its problems and their places, and starts nothing', async () => {
    const { api, startFromText } = await openCore();
    const text = 'mode: debat\ntopic: x\nagents: [Athna, Apollo]\nmax_rounds: -3\nfoo: 1\n';
    await expect(startFromText(text, { file: 'odd.yaml' })).rejects.toMatchObject({
      exitCode: 2,
      where: { file: 'odd.yaml', line: 1 },
      data: { problems: expect.arrayContaining([expect.objectContaining({ nearest: 'Athena' })]) },
    });
    expect((await api['sessions.list']({})).total).toBe(0);
  });

  it('refuses a money cap for a model whose price nobody knows, and allows it for local ones', async () => {
    const { api } = await openCore();
    const capped = debate({ budget: { usd: 0.5 }, model: 'openai/not-in-any-table' });
    await expect(api['sessions.create'](capped)).rejects.toMatchObject({ code: 'input/unknown-price' });
    await expect(api['sessions.create'](debate({ budget: { usd: 0.5 } }))).resolves.toMatchObject({
      stub: true,
    });
  });

  it('ends with exit code 5 when the only model has no key', async () => {
    const { api, whenEnded } = await openCore();
    const { id } = await api['sessions.create'](debate({ model: 'openai/gpt-4o' }));
    expect(await whenEnded(id)).toMatchObject({ outcome: 'no-provider', exit_code: 5, totals: { usd: 0 } });
  });
});
