import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { debate, openCore } from '../../../support/open-core.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('sessions of this process', () => {
  it('gives running sessions up when it closes, and another core goes on with them to the same digest', async () => {
    const home = temporaryFolder();
    const first = await openCore({ home });
    const whole = await first.api['sessions.create'](debate());
    await first.whenEnded(whole.id);
    const { digest } = await first.api['sessions.get']({ id: whole.id });
    await first.api['settings.set']({ stub: { latency_ms: 30 } });
    const { id } = await first.api['sessions.create'](debate());
    await first.close('test');
    const second = await openCore({ home });
    expect(await second.api['sessions.summary']({ id })).toMatchObject({ status: 'interrupted' });
    await second.api['sessions.resume']({ id });
    await second.whenEnded(id);
    expect((await second.api['sessions.get']({ id })).digest).toBe(digest);
    expect((await second.api['sessions.replay']({ id })).equal).toBe(true);
  });

  it('keeps sessions of a living process from others', async () => {
    const home = temporaryFolder();
    const [first, second] = [await openCore({ home }), await openCore({ home })];
    await first.api['settings.set']({ stub: { latency_ms: 500 } });
    const { id } = await first.api['sessions.create'](debate());
    await expect(second.api['sessions.resume']({ id })).rejects.toMatchObject({
      code: 'session/owned-elsewhere',
    });
  });

  it('goes on from before a failed turn as a new session that replays, and leaves the old one as it was', async () => {
    const home = temporaryFolder();
    const faults =
      'stub: { latency_ms: 0, tokens_per_s: 0, faults: [{ kind: error, at: [2, 3, 4], agent: Apollo }] }';
    writeFileSync(join(home, 'config.yaml'), faults);
    const core = await openCore({ home });
    const whole = await core.api['sessions.create'](debate({ name: 'fails' }));
    expect(await core.whenEnded(whole.id)).toMatchObject({ outcome: 'no-provider', exit_code: 5 });
    const failed = await core.api['sessions.get']({ id: whole.id });
    const fork = await core.api['sessions.fork']({ id: whole.id });
    expect(await core.whenEnded(fork.id)).toMatchObject({ outcome: 'completed', exit_code: 0 });
    const gone = await core.api['sessions.get']({ id: fork.id });
    const contents = (turns: typeof gone.turns) => turns.map((turn) => turn.output.content);
    expect(contents(gone.turns).slice(0, failed.turns.length)).toEqual(contents(failed.turns));
    expect(await core.api['sessions.replay']({ id: fork.id })).toMatchObject({ equal: true });
    expect((await core.api['sessions.get']({ id: whole.id })).digest).toBe(failed.digest);
    const unfailed = core.api['sessions.fork']({ id: fork.id, seq: 100_000 });
    await expect(unfailed).rejects.toMatchObject({ code: 'input/invalid' });
  });
});
