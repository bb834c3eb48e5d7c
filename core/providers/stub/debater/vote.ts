import { chance } from '../../../effects/index.ts';
import type { StubOption } from '../read-prompt.ts';
import type { Lens } from './lens.ts';
import { lenses } from './lenses.ts';
import type { Matter } from './matter.ts';
import { newestPositions } from './positions.ts';
import type { Speech } from './speech.ts';

/** What an option is worth to this speaker: the demands it shares, a little loyalty, and chance. */
const worthOf = (matter: Matter, option: StubOption, wanted: readonly Lens[]): number => {
  const { prompt, seed, clauses, own } = matter;
  const shared = wanted.filter((lens) => option.text.includes(clauses.get(lens) as string)).length;
  const lens = own[0] as Lens;
  const theme =
    lens.theme === option.text || lens.ideas.some((idea) => option.text.includes(idea(matter.slots).title));
  const loyalty = option.by === prompt.speaker ? 0.25 : 0;
  return (
    shared + (theme ? 0.6 : 0) + loyalty + chance(seed, prompt.speaker, prompt.round, 'vote', option.text)
  );
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

const reasonFor = (matter: Matter, { text }: StubOption): string => {
  const { own, slots, clauses } = matter;
  const lens = own[0] as Lens;
  const shared = lenses.find((one) => text.includes(clauses.get(one) as string) && own.includes(one));
  if (shared === lens)
    return `It asks us to ${clauses.get(lens)}, which is what I have argued for: ${lens.merit(slots)}.`;
  if (shared) return `It asks us to ${clauses.get(shared)}, and that weighs with me: ${shared.merit(slots)}.`;
  return `Of what is on the table I choose it because ${lens.merit(slots)}.`;
};

const regret = (matter: Matter, choice: StubOption, second: StubOption | undefined): string => {
  const lens = matter.own[0] as Lens;
  const clause = matter.clauses.get(lens) as string;
  if (
    !choice.text.includes(clause) &&
    !matter.prompt.options.some((option) => option.text.includes(clause))
  ) {
    return `What I miss in it is a duty to ${clause}.`;
  }
  return second
    ? `My second choice would be ${second.id}${second.by === null ? '' : `, by ${second.by}`}.`
    : '';
};

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
  const reasons = [reasonFor(matter, best.option), regret(matter, best.option, second?.option)];
  return {
    label: prompt.ranked
      ? { name: 'Ranking', value: order.map(({ option }) => option.id).join(' > ') }
      : { name: 'Vote', value: best.option.id },
    parts: [{ kind: 'text', text: reasons.filter((text) => text !== '').join(' ') }],
    confidence: 0.55 + 0.35 * lead,
  };
};
