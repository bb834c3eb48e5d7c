import { chance } from '../../../effects/index.ts';
import type { StubHeard } from '../read-prompt.ts';
import { chooseOf, drawOf, type Matter } from './matter.ts';
import { joinedClauses, newestPositions } from './positions.ts';
import { quoteFrom } from './quote.ts';
import type { Speech } from './speech.ts';
import { castVote } from './vote.ts';

/** Where a speaker was last heard, counted from the end of the prompt; far back for one who was not. */
const silenceOf = (heard: readonly StubHeard[], name: string): number => {
  for (let back = 0; back < heard.length; back += 1) {
    if (heard[heard.length - 1 - back]?.agent === name) return back;
  }
  return heard.length + 1;
};

/** Calls whoever has been silent longest, by chance among equals, and says what to answer. */
export const moderate = (matter: Matter): Speech => {
  const { prompt } = matter;
  const heard = [...prompt.positions, ...prompt.fresh];
  const order = prompt.candidates
    .map((name) => ({
      name,
      silence: silenceOf(heard, name),
      draw: drawOf(matter, 'next', `${name} ${heard.length}`),
    }))
    .sort((a, b) => b.silence - a.silence || b.draw - a.draw);
  const next = order[0]?.name;
  if (next === undefined) {
    return {
      label: null,
      parts: [{ kind: 'text', text: 'There is nobody left to call.' }],
      confidence: null,
    };
  }
  const quote = quoteFrom(
    matter,
    prompt.fresh.filter((turn) => turn.agent !== next),
    'call',
  );
  const text = quote
    ? chooseOf(
        matter,
        [
          `${next}, what do you say to ${quote.from}'s point about "${quote.word}"? Please answer that before anything new.`,
          `${quote.from} said: "${quote.text}" ${next} has not answered it yet.`,
          `The exchange hangs on "${quote.word}", as ${quote.from} put it. ${next} has been silent longest and should settle it.`,
        ],
        'call',
      )
    : `${next} opens. Please say where you stand and what would change your mind.`;
  return { label: { name: 'Next', value: next }, parts: [{ kind: 'text', text }], confidence: null };
};

/** Decides for an option or a speaker; a point of the winner and the best one against it are quoted. */
export const judge = (matter: Matter): Speech => {
  const { prompt, seed } = matter;
  if (prompt.options.length > 0) {
    const ballot = castVote(matter);
    const [first = ''] = ballot.label?.value.split(' > ') ?? [];
    return { ...ballot, label: { name: 'Decision', value: first } };
  }
  const positions = newestPositions(matter);
  const names = prompt.candidates.length > 0 ? prompt.candidates : prompt.speakers;
  const scores = names
    .map((name) => {
      const position = positions.get(name);
      const score =
        (position?.lenses.length ?? 0) * 0.2 +
        (position?.confidence ?? 0) +
        chance(seed, prompt.speaker, 'judge', name);
      return { name, score };
    })
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : 1));
  const winner = scores[0]?.name ?? 'nobody';
  const held = positions.get(winner)?.lenses ?? [];
  const demands = joinedClauses(held.map((lens) => matter.clauses.get(lens) as string));
  const turns = (name: string) => prompt.fresh.filter((turn) => turn.agent === name);
  const won = quoteFrom(matter, turns(winner), 'won');
  const lost = quoteFrom(
    matter,
    prompt.fresh.filter((turn) => turn.agent !== winner),
    'lost',
  );
  return {
    label: { name: 'Decision', value: winner },
    parts: [
      {
        kind: 'claim',
        claim:
          demands === ''
            ? `${winner} answered more of what was asked than the others did.`
            : `${winner} made the case that can be acted on: ${demands}.`,
        support: 'It says what is to be done, what it costs and how we would notice that it was wrong.',
      },
      ...(won
        ? [
            {
              kind: 'reply' as const,
              from: won.from,
              round: won.round,
              quote: won.text,
              answer: 'This decided it. The others spoke round this point, and none of them took it away.',
            },
          ]
        : []),
      ...(lost
        ? [
            {
              kind: 'reply' as const,
              from: lost.from,
              round: lost.round,
              quote: lost.text,
              answer: `This was the best point on the other side. It narrows the decision and does not overturn it.`,
            },
          ]
        : []),
    ],
    confidence: 0.55 + 0.3 * Math.min(1, (scores[0]?.score ?? 0) - (scores[1]?.score ?? 0)),
  };
};
