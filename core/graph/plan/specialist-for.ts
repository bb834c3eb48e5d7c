import { nearestName } from '../../contract/index.ts';

/** Somebody who can be given a task. */
export interface TeamMember {
  /** Without version. */
  readonly name: string;
  readonly description: string;
}

/** A named agent as the team knows it, whatever case, version or words stood around the name. */
export const memberNamed = (team: readonly TeamMember[], named: string): string | undefined => {
  const wanted = withoutVersion(named).trim().toLowerCase();
  const exact = team.find(({ name }) => name.toLowerCase() === wanted);
  if (exact) return exact.name;
  const words = new Set(wordsOf(named));
  const within = team.filter(({ name }) => words.has(name.toLowerCase()));
  return within.length === 1 ? within[0]?.name : undefined;
};

/** Whom a wrong name most likely means, else whose description shares most words with the task; of equals the first. */
export const specialistFor = (team: readonly TeamMember[], named: string | null, task: string): string => {
  const near = named === null ? undefined : nearestName(withoutVersion(named), team.map(nameOf));
  if (near !== undefined) return near;
  const asked = new Set(wordsOf(`${named ?? ''} ${task}`).map(stemOf));
  let best = { name: team[0]?.name ?? '', shared: 0 };
  for (const { name, description } of team) {
    const said = new Set(wordsOf(description).map(stemOf));
    const shared = [...said].filter((word) => asked.has(word)).length;
    if (shared > best.shared) best = { name, shared };
  }
  return best.name;
};

const nameOf = ({ name }: TeamMember): string => name;

const withoutVersion = (reference: string): string => reference.split('@', 1)[0] ?? reference;

/** Most of a text that is looked at: a task says early what it is about. */
const MAX_LOOKED_AT = 4_000;
const SHORTEST_WORD = 4;

const wordsOf = (text: string): readonly string[] =>
  (text
    .slice(0, MAX_LOOKED_AT)
    .toLowerCase()
    .match(/[\p{L}\p{N}_-]+/gu) ?? []) as readonly string[];

/** `plan`, `plans`, `planned` and `planning` begin alike, and that is enough here; short words say nothing. */
const stemOf = (word: string): string =>
  word.length < SHORTEST_WORD ? `${word}.` : word.slice(0, SHORTEST_WORD);
