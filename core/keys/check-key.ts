import { AgentNetError } from '../contract/index.ts';

const LONGEST = 4_096;

/** The key without the blanks around it. Throws `input/invalid` in words that do not repeat it. */
export const checkKey = (given: string): string => {
  const key = given.trim();
  const wrong = problemOf(key);
  if (wrong === undefined) return key;
  throw new AgentNetError('input/invalid', `This cannot be a key: ${wrong}.`, {
    where: { path: 'key' },
    kept: 'Nothing was stored, and what was given is not repeated anywhere.',
    remedy: 'Copy the key from the provider once more and give nothing but the key.',
  });
};

const problemOf = (key: string): string | undefined => {
  if (key === '') return 'it is empty';
  if (key.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  if (/^(env|keychain):/.test(key)) return 'it is a reference to one; those belong into config.yaml';
  if (!/^[\x21-\x7e]+$/.test(key)) return 'it holds blanks, line breaks or letters outside ASCII';
  return undefined;
};
