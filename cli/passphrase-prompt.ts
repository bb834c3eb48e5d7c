import type { PassphraseQuestion } from '../core/app/index.ts';
import { plainText } from './plain-text.ts';

type AskHidden = (question: string) => Promise<string | undefined>;

/** Asks for the pass phrase of the vault of keys; a new one is asked for twice. */
export const passphrasePrompt =
  (ask: AskHidden, say: (text: string) => void) =>
  async ({ kind, problem }: PassphraseQuestion): Promise<string | undefined> => {
    if (problem !== null) say(plainText(problem));
    if (kind === 'open') return (await ask('Pass phrase of the vault of keys: ')) || undefined;
    say('There is no keychain here, so keys go into an encrypted file in the data folder.');
    say('Without its pass phrase nobody can read them again, not even AgentNet.');
    for (;;) {
      const first = await ask('New pass phrase: ');
      if (!first) return undefined;
      const second = await ask('The same once more: ');
      if (second === undefined) return undefined;
      if (first === second) return first;
      say('These were two different pass phrases.');
    }
  };
