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

/** What an option is worth to this speaker: the demands it shares, a little loyalty, and chance. */
const worthOf = (matter: Matter, option: StubOption, wanted: readonly Lens[]): number => {
  const { prompt, seed, clauses } = matter;
  const shared = wanted.filter((lens) => option.text.includes(clauses.get(lens) as string)).length;
  const loyalty = option.by === prompt.speaker ? 0.25 : 0;
  const kindred = isKindred(matter, option) ? 0.3 : 0;
  return shared + kindred + loyalty + chance(seed, prompt.speaker, prompt.round, 'vote', option.text);
};

interface Worth {
  readonly option: StubOption;
  readonly worth: number;
}

/** The options by their worth to the speaker, best first. */
const rankedOptions = (matter: Matter, wanted: readonly Lens[]): readonly Worth[] =>
  matter.prompt.options
    .map((option) => ({ option, worth: worthOf(matter, option, wanted) }))
    .sort((a, b) => b.worth - a.worth || (a.option.text < b.option.text ? -1 : 1));

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
  const wanted = newestPositions(matter).get(prompt.speaker)?.lenses ?? [];
  const order = rankedOptions(matter, wanted.length > 0 ? wanted : own.slice(0, 1));
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
