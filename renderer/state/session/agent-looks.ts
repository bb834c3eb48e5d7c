import type { SessionSnapshot } from '../../../core/contract/index.ts';

/** How an agent is shown on every screen of a session. */
export interface AgentLook {
  readonly name: string;
  /** 1 to 8, then again from 1 (the kit repeats its colours); initials tell the rest apart. */
  readonly colour: number;
  readonly initials: string;
}

type Cast = Pick<SessionSnapshot, 'participants' | 'specification'> & {
  readonly turns: readonly { readonly agent: string }[];
};

/** Colours by place: participants in speaking order, then moderator, judge, synthesizer, then who else spoke. */
export const agentLooks = ({ participants, specification, turns }: Cast): ReadonlyMap<string, AgentLook> => {
  const { moderator, judge, synthesizer, agents } = specification;
  const named = [moderator, judge, synthesizer].filter((reference) => reference !== null);
  const names = new Set([
    ...agents.map(nameOf),
    ...participants.map(({ name }) => name),
    ...named.map(nameOf),
    ...turns.map(({ agent }) => agent),
  ]);
  return looksOf([...names]);
};

/** Looks for a plain list of names, for places that know no more. */
export const looksOf = (names: readonly string[]): ReadonlyMap<string, AgentLook> => {
  const taken = new Set<string>();
  const looks = new Map<string, AgentLook>();
  for (const name of names) {
    const initials = initialsOf(name, taken);
    taken.add(initials);
    looks.set(name, { name, colour: looks.size + 1, initials });
  }
  return looks;
};

const nameOf = (reference: string): string => reference.split('@')[0] ?? reference;

/** Two characters; where an earlier agent has them, the first and a later one that tells them apart. */
const initialsOf = (name: string, taken: ReadonlySet<string>): string => {
  const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  const first = (letters[0] ?? '?').toUpperCase();
  for (const letter of letters.slice(1)) {
    const initials = first + letter.toLowerCase();
    if (!taken.has(initials)) return initials;
  }
  for (let number = 2; number < 100; number += 1) {
    const initials = `${first}${number}`;
    if (!taken.has(initials)) return initials;
  }
  return first;
};
