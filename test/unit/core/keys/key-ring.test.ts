import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realEffects } from '../../../../core/effects/index.ts';
import { openKeyRing, type PassphraseQuestion } from '../../../../core/keys/key-ring.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

/** The vault alone: a test that ran on a desktop must not touch the keychain there. */
const onlyVault = { AGENTNET_KEY_STORE: 'vault' };
const ringOn = (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  answers?: (string | undefined)[],
) => {
  const asked: PassphraseQuestion[] = [];
  const ring = openKeyRing({
    folder,
    environment: { ...onlyVault, ...environment },
    clock: realEffects.clock,
    ...(answers && {
      askPassphrase: async (question: PassphraseQuestion) => {
        asked.push(question);
        return answers.shift();
      },
    }),
  });
  return { ring, asked };
};
const opened = { AGENTNET_KEY_PASSPHRASE: 'pass phrase' };

describe('references', () => {
  const variables = { LAB_KEY: 'abc\n', EMPTY: '', BLANK: '  ' };
  const fresh = () => ringOn(temporaryFolder(), variables).ring;

  it('reads the environment it was given and cuts blanks off', async () => {
    expect(await fresh().keyOf('env:LAB_KEY')).toBe('abc');
  });

  it('takes an empty variable for none, and sees nothing of the environment of the process', async () => {
    for (const name of ['EMPTY', 'BLANK', 'ABSENT', 'PATH']) {
      expect(await fresh().keyOf(`env:${name}`)).toBeUndefined();
    }
  });

  it('refuses what is no reference', async () => {
    await expect(fresh().keyOf('plain')).rejects.toMatchObject({ code: 'input/invalid' });
  });

  it('names the ways to a key where there is neither a keychain nor a vault', async () => {
    await expect(fresh().keyOf('keychain:proxy')).rejects.toMatchObject({
      code: 'provider/no-key',
      message: expect.stringContaining('no keychain'),
      remedy: expect.stringContaining('env:PROXY_KEY'),
    });
  });
});

describe('the vault of a ring', () => {
  it('is made by the first key when the pass phrase is in the environment', async () => {
    const folder = temporaryFolder();
    const { ring } = ringOn(folder, opened);
    expect(await ring.set('openai', ' sk-one\n')).toEqual({ store: 'vault', replaced: false });
    expect(await ring.set('openai', 'sk-two')).toEqual({ store: 'vault', replaced: true });
    expect(await ring.keyOf('keychain:openai')).toBe('sk-two');
    expect(await ring.find('openai')).toEqual({ key: 'sk-two', store: 'vault' });
    expect(await ringOn(folder, opened).ring.state()).toMatchObject({ kind: 'vault' });
    expect(await ring.remove('openai')).toBe('vault');
    expect(await ring.remove('openai')).toBeUndefined();
    expect(await ring.keyOf('keychain:openai')).toBeUndefined();
  });

  it('is not made without a pass phrase', async () => {
    const { ring } = ringOn(temporaryFolder());
    expect(await ring.state()).toMatchObject({ kind: 'none' });
    await expect(ring.set('openai', 'sk-one')).rejects.toMatchObject({ code: 'input/conflict' });
  });

  it('is locked without its pass phrase, says why with a wrong one, and opens with the right one', async () => {
    const folder = temporaryFolder();
    await ringOn(folder, opened).ring.set('openai', 'sk-one');
    const { ring } = ringOn(folder, { AGENTNET_KEY_PASSPHRASE: 'wrong' });
    expect(await ring.state()).toMatchObject({
      kind: 'locked',
      detail: expect.stringContaining('does not open'),
    });
    expect(await ring.find('openai')).toBeUndefined();
    await expect(ring.keyOf('keychain:openai')).rejects.toMatchObject({
      code: 'provider/no-key',
      data: { key_store: 'locked' },
    });
    await ring.unlock('pass phrase');
    expect(await ring.keyOf('keychain:openai')).toBe('sk-one');
    expect(await ring.state()).toMatchObject({ kind: 'vault' });
  });

  it('tells a damaged file from a wrong pass phrase', async () => {
    const folder = temporaryFolder();
    await ringOn(folder, opened).ring.set('openai', 'sk-one');
    writeFileSync(join(folder, 'keys.vault'), '{"format":');
    const { ring } = ringOn(folder, opened);
    expect(await ring.state()).toMatchObject({ kind: 'locked', detail: expect.stringContaining('damaged') });
  });
});

describe('asking a person', () => {
  it('asks once for all who wait, again after a wrong answer, and only when a key is needed', async () => {
    const folder = temporaryFolder();
    await ringOn(folder, opened).ring.set('openai', 'sk-one');
    const { ring, asked } = ringOn(folder, {}, ['wrong', 'pass phrase']);
    expect(await ring.state()).toMatchObject({ kind: 'locked' });
    expect(await ring.find('openai')).toBeUndefined();
    expect(asked).toEqual([]);
    const keys = await Promise.all([ring.keyOf('keychain:openai'), ring.keyOf('keychain:openai')]);
    expect(keys).toEqual(['sk-one', 'sk-one']);
    expect(asked).toEqual([
      { kind: 'open', problem: null },
      { kind: 'open', problem: expect.stringContaining('does not open') },
    ]);
  });

  it('asks for a new pass phrase with the first key, and never again who has declined', async () => {
    const first = ringOn(temporaryFolder(), {}, ['chosen']);
    await first.ring.set('openai', 'sk-one');
    expect(first.asked).toEqual([{ kind: 'new', problem: null }]);
    const second = ringOn(temporaryFolder(), {}, [undefined, 'late']);
    await expect(second.ring.set('openai', 'sk-one')).rejects.toMatchObject({ code: 'input/conflict' });
    await expect(second.ring.set('openai', 'sk-one')).rejects.toMatchObject({ code: 'input/conflict' });
    expect(second.asked).toHaveLength(1);
  });
});
