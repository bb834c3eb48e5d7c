import { chance } from '../../../effects/index.ts';
import type { StubOption } from '../read-prompt.ts';
import type { Lens } from './lens.ts';
import { lenses } from './lenses.ts';
import type { Matter } from './matter.ts';
import { newestPositions } from './positions.ts';
import type { Speech } from './speech.ts';

/** True for a group of ideas that the speaker's favourite lens belongs to, and for an idea of that lens. */
const isKindred = ({ own, slots }: Matter, { text }: StubOption): boolean => {
  const lens = own[0] as Lens;
  return lens.theme === text || lens.ideas.some((idea) => text.includes(idea(slots).title));
};

/** Share of the other speakers who hold a demand of the option: what could be carried. */
const appealOf = (
  { prompt }: Matter,
  asked: readonly Lens[],
  positions: ReturnType<typeof newestPositions>,
): number => {
  const others = [...positions.values()].filter((one) => one.agent !== prompt.speaker);
  const holders = others.filter((one) => one.lenses.some((lens) => asked.includes(lens)));
  return others.length === 0 ? 0 : holders.length / others.length;
};

/** What an option is worth to this speaker: the demands they share, its appeal to the others, and chance. */
const worthOf = (
  matter: Matter,
  option: StubOption,
  positions: ReturnType<typeof newestPositions>,
): number => {
  const { prompt, seed, clauses, own } = matter;
  const mine = positions.get(prompt.speaker)?.lenses ?? [];
  const wanted = mine.length > 0 ? mine : own.slice(0, 1);
  const asked = lenses.filter((lens) => option.text.includes(clauses.get(lens) as string));
  const shared = asked.filter((lens) => wanted.includes(lens)).length;
  const kindred = isKindred(matter, option) ? 0.12 : 0;
  const taste = chance(seed, prompt.speaker, prompt.round, 'vote', option.text);
  return shared + kindred + appealOf(matter, asked, positions) + 0.6 * taste;
};

interface Worth {
  readonly option: StubOption;
  readonly worth: number;
}

/** The options by their worth to the speaker, best first. */
const rankedOptions = (matter: Matter): readonly Worth[] => {
  const positions = newestPositions(matter);
  return matter.prompt.options
    .map((option) => ({ option, worth: worthOf(matter, option, positions) }))
    .sort((a, b) => b.worth - a.worth || (a.option.text < b.option.text ? -1 : 1));
};

const reasonFor = (matter: Matter, option: StubOption): string => {
  const { own, slots, clauses } = matter;
  const lens = own[0] as Lens;
  const shared = lenses.find((one) => option.text.includes(clauses.get(one) as string) && own.includes(one));
  if (shared === lens)
    return `It asks us to ${clauses.get(lens)}, which is what I have argued for: ${lens.merit(slots)}.`;
  if (shared) return `It asks us to ${clauses.get(shared)}, and that weighs with me: ${shared.merit(slots)}.`;
  if (isKindred(matter, option))
    return `It gathers what I would do first; what counts for me is that ${lens.merit(slots)}.`;
  return `Of what is on the table I choose it because ${lens.merit(slots)}.`;
};

/** What the ballot leaves out: a demand that no proposal holds, or the option that came second. */
const regret = (matter: Matter, second: StubOption | undefined): string => {
  const { clauses, own, prompt } = matter;
  const clause = clauses.get(own[0] as Lens) as string;
  const areProposals = prompt.options.some(({ text }) =>
    lenses.some((lens) => text.includes(clauses.get(lens) as string)),
  );
  if (areProposals && !prompt.options.some(({ text }) => text.includes(clause))) {
    return `What I miss in all of them is a duty to ${clause}.`;
  }
  return second
    ? `My second choice would be ${second.id}${second.by === null ? '' : `, by ${second.by}`}.`
    : '';
};

/** Longest text that stands beside an option's letter. */
const MAX_NAMED = 120;

/** An option for readers, who do not know its letter by heart. */
const named = ({ id, text }: StubOption): string =>
  text.length <= MAX_NAMED
    ? `${id} (${text})`
    : `${id} (${text.slice(0, MAX_NAMED).toWellFormed().trimEnd()} \u2026)`;

/** A ballot by the speaker's own demands; without options, a yes or no to the topic. */
export const castVote = (matter: Matter): Speech => {
  const { prompt, seed, own } = matter;
  const order = rankedOptions(matter);
  const [best, second] = order;
  if (!best) {
    const yes = chance(seed, prompt.speaker, prompt.topic, 'yes') < 0.5;
    const lens = own[0] as Lens;
    return {
      label: { name: 'Vote', value: yes ? 'yes' : 'no' },
      parts: [
        {
          kind: 'text',
          text: yes
            ? `Provided that we ${matter.clauses.get(lens)}.`
            : `The case would have to ${matter.clauses.get(lens)} before I could agree to it.`,
        },
      ],
      confidence: 0.5 + 0.3 * chance(seed, prompt.speaker, prompt.topic, 'sure'),
    };
  }
  const lead = Math.min(1, Math.max(0, best.worth - (second?.worth ?? 0)));
  const reasons = [reasonFor(matter, best.option), regret(matter, second?.option)];
  return {
    label: prompt.ranked
      ? { name: 'Ranking', value: order.map(({ option }) => option.id).join(' > ') }
      : { name: 'Vote', value: named(best.option) },
    parts: [{ kind: 'text', text: reasons.filter((text) => text !== '').join(' ') }],
    confidence: 0.55 + 0.35 * lead,
  };
};
