import type { StubHeard } from '../read-prompt.ts';
import type { Lens } from './lens.ts';
import { lenses } from './lenses.ts';
import type { Matter } from './matter.ts';

/** For a topic with two sides; `open` topics have none. */
export type Side = 'first' | 'second' | 'none';

/** A position taken apart again. One that no stub wrote has no clauses. */
export interface HeldPosition {
  readonly agent: string;
  readonly confidence: number;
  readonly lenses: readonly Lens[];
  readonly side: Side;
}

export const joinedClauses = (clauses: readonly string[]): string =>
  clauses.length < 2 ? clauses.join('') : `${clauses.slice(0, -1).join('; ')}; and ${clauses.at(-1)}`;

const inOrder = (held: readonly Lens[]): readonly Lens[] => lenses.filter((lens) => held.includes(lens));

const clauseTexts = ({ clauses }: Matter, held: readonly Lens[]): readonly string[] =>
  inOrder(held).map((lens) => clauses.get(lens) as string);

/** The position in one sentence; the same lenses and side always read the same, whoever holds them. */
export const positionText = (matter: Matter, held: readonly Lens[], side: Side): string => {
  const stand = side === 'first' ? 'I support the change if we' : 'I oppose the change for now; first';
  return sentenceOf(matter, held, side, stand);
};

/** The same as a result that several speakers share. */
export const commonText = (matter: Matter, held: readonly Lens[], side: Side): string => {
  const stand = side === 'first' ? 'support for the change if we' : 'no change for now; first';
  return sentenceOf(matter, held, side, stand);
};

const sentenceOf = (matter: Matter, held: readonly Lens[], side: Side, stand: string): string => {
  const { form, opening } = matter.topic;
  const demands = joinedClauses(clauseTexts(matter, held));
  switch (form.kind) {
    case 'proposal':
      return `${opening} ${stand} ${demands}.`;
    case 'alternatives':
      return `${opening} prefer ${side === 'first' ? form.first : form.second}; ${demands}.`;
    case 'open':
      return `${opening} ${demands}.`;
  }
};

const sideOf = ({ topic: { form } }: Matter, text: string): Side => {
  if (form.kind === 'open') return 'none';
  if (form.kind === 'proposal') return text.includes('I support ') ? 'first' : 'second';
  return text.includes(`prefer ${form.first}`) ? 'first' : 'second';
};

const label = /^(?:Chose: |\*\*(?:Position|Proposal|Conclusion|Answer|Vote|Ranking|Decision):\*\* )(.*)$/m;

/** What a turn came to: its position, or the option it chose; undefined where no line says so. */
export const statedIn = (text: string): string | undefined => label.exec(text)?.[1];

const held = (matter: Matter, heard: StubHeard): HeldPosition => {
  const text = statedIn(heard.text) ?? heard.text;
  return {
    agent: heard.agent,
    confidence: heard.confidence ?? 0.5,
    lenses: lenses.filter((lens) => text.includes(matter.clauses.get(lens) as string)),
    side: sideOf(matter, text),
  };
};

/** Everybody's newest position as the prompt tells it, in the order in which they first appear. */
export const newestPositions = (matter: Matter): ReadonlyMap<string, HeldPosition> => {
  const { positions, own, fresh } = matter.prompt;
  const newest = new Map<string, HeldPosition>();
  for (const heard of positions) newest.set(heard.agent, held(matter, heard));
  if (own && !newest.has(own.agent)) newest.set(own.agent, held(matter, own));
  for (const heard of fresh) {
    const position = held(matter, heard);
    if (position.lenses.length > 0 || !newest.has(heard.agent)) newest.set(heard.agent, position);
  }
  return newest;
};
