import { chance, pick } from '../../../effects/index.ts';
import type { StubPrompt } from '../read-prompt.ts';
import { type KnownTopic, knownTopic } from './known-topics.ts';
import type { Lens } from './lens.ts';
import { lenses } from './lenses.ts';

/** All that the parts of a speech are made of, found out once a turn. */
export interface Matter extends KnownTopic {
  readonly prompt: StubPrompt;
  readonly seed: number;
  /** The lenses of this speaker, its favourite first. */
  readonly own: readonly Lens[];
}

/** Lenses that a speaker uses; what its style leaves open, its name decides. */
const LENSES_OF_A_SPEAKER = 3;

const ownLenses = (prompt: StubPrompt, seed: number): readonly Lens[] => {
  const own: Lens[] = [];
  for (const style of prompt.styles) {
    if (style.intensity === 'sparing' || own.length >= LENSES_OF_A_SPEAKER) continue;
    const lens = lenses.find((one) => one.styles.includes(style.name));
    if (lens && !own.includes(lens)) own.push(lens);
  }
  for (let draw = 0; own.length < LENSES_OF_A_SPEAKER; draw += 1) {
    const lens = pick(lenses, seed, prompt.speaker, 'lens', draw);
    if (lens && !own.includes(lens)) own.push(lens);
  }
  return own;
};

export const matterOf = (prompt: StubPrompt, seed: number): Matter => ({
  prompt,
  seed,
  ...knownTopic(prompt.topic, prompt.task === 'task' ? 'task' : 'topic'),
  own: ownLenses(prompt, seed),
});

/** A number of this speaker in this round, 0 to 1. */
export const drawOf = ({ prompt, seed }: Matter, purpose: string, extra: string | number = ''): number =>
  chance(seed, prompt.speaker, prompt.round, purpose, extra);

/** A number of this speaker that is the same in every round. */
export const lastingDraw = ({ prompt, seed }: Matter, purpose: string): number =>
  chance(seed, prompt.speaker, purpose);

export const chooseOf = <T>(
  matter: Matter,
  items: readonly T[],
  purpose: string,
  extra: string | number = '',
): T => items[Math.floor(drawOf(matter, purpose, extra) * items.length)] as T;

/** True when the instructions ask for this style at one of these intensities. */
export const hasStyle = (
  { styles }: StubPrompt,
  name: string,
  ...intensities: readonly StubPrompt['styles'][number]['intensity'][]
): boolean => styles.some((style) => style.name === name && intensities.includes(style.intensity));

/** What a lens asks for on this topic. */
export const clauseOf = ({ clauses }: KnownTopic, lens: Lens): string => clauses.get(lens) as string;

/** True when somebody, the speaker included, has just used these words. */
export const isSaid = ({ own, fresh }: StubPrompt, words: string): boolean =>
  (own?.text.includes(words) ?? false) || fresh.some((turn) => turn.text.includes(words));
