import { expect, it } from 'vitest';
import { passphrasePrompt } from '../../../cli/passphrase-prompt.ts';

const promptWith = (answers: (string | undefined)[]) => {
  const said: string[] = [];
  const prompt = passphrasePrompt(
    async () => answers.shift(),
    (text) => said.push(text),
  );
  return { prompt, said };
};

it('asks for the pass phrase of a vault once, and says what was wrong before', async () => {
  const { prompt, said } = promptWith(['phrase']);
  expect(await prompt({ kind: 'open', problem: 'It does not open.' })).toBe('phrase');
  expect(said).toEqual(['It does not open.']);
});

it('asks for a new one until it was given twice alike', async () => {
  const { prompt, said } = promptWith(['one', 'two', 'one', 'one']);
  expect(await prompt({ kind: 'new', problem: null })).toBe('one');
  expect(said.at(-1)).toContain('two different');
});

it('is given up with nothing', async () => {
  expect(await promptWith(['']).prompt({ kind: 'open', problem: null })).toBeUndefined();
  expect(await promptWith([undefined]).prompt({ kind: 'new', problem: null })).toBeUndefined();
  expect(await promptWith(['one', undefined]).prompt({ kind: 'new', problem: null })).toBeUndefined();
});
