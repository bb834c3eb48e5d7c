import type { StubHeard } from '../read-prompt.ts';
import { capitalised, type Lens } from './lens.ts';
import { chooseOf, drawOf, hasStyle, lastingDraw, type Matter } from './matter.ts';
import { joinedClauses, positionText } from './positions.ts';
import { type Quote, quoteFrom } from './quote.ts';
import type { Speech, SpeechPart } from './speech.ts';
import { type Stance, stanceOf } from './stance.ts';

const asides = [
  'A plan that works on slides only should stay there.',
  'If hope were a method, we would be finished by now.',
  'The calendar has no opinion and wins most arguments.',
  'An umbrella is cheaper than a debate about rain.',
];

/** Claims of the first round and of each later one, and answers to others. */
interface Size {
  readonly opening: number;
  readonly claims: number;
  readonly replies: number;
}

const clauseOf = (matter: Matter, lens: Lens): string => matter.clauses.get(lens) as string;

const holds = (turns: readonly StubHeard[], words: string): boolean =>
  turns.some((turn) => turn.text.includes(words));

/** How many claims a speaker has made before this round, when it makes `size.claims` in each but more in the first. */
const claimsBefore = (round: number, size: Size): number =>
  round < 2 ? 0 : size.opening + (round - 2) * size.claims;

/** Claims of this round: the speaker's lenses in turn, and none that it or somebody else has just made. */
const claimsOf = (matter: Matter, size: Size): readonly SpeechPart[] => {
  const { prompt, own, slots } = matter;
  const said = prompt.own ? [...prompt.fresh, prompt.own] : prompt.fresh;
  const count = prompt.round < 2 ? size.opening : size.claims;
  const start = Math.floor(lastingDraw(matter, 'claims') * 4);
  const parts: SpeechPart[] = [];
  for (let step = 0; step < own.length * 4 && parts.length < count; step += 1) {
    const place = claimsBefore(prompt.round, size) + step;
    const lens = own[place % own.length] as Lens;
    const point = lens.points[(start + Math.floor(place / own.length)) % lens.points.length]?.(slots);
    if (!point || holds(said, point.claim)) continue;
    parts.push({ kind: 'claim', claim: point.claim, support: point.support });
  }
  return parts;
};

const withAside = (matter: Matter, parts: readonly SpeechPart[]): readonly SpeechPart[] => {
  const [first, ...rest] = parts;
  if (first?.kind !== 'claim' || !hasStyle(matter.prompt, 'humor', 'moderate', 'strong')) return parts;
  if (drawOf(matter, 'humor') > 0.5) return parts;
  return [{ ...first, support: `${first.support} ${chooseOf(matter, asides, 'aside')}` }, ...rest];
};

const movement = (matter: Matter, stance: Stance): readonly SpeechPart[] => {
  const texts: string[] = [];
  if (stance.gained) {
    const { from, lens } = stance.gained;
    const clause = clauseOf(matter, lens);
    texts.push(
      chooseOf(
        matter,
        [
          `${from} has moved me on one point, and I take it over: ${clause}.`,
          `I change my position here. What ${from} asks for, to ${clause}, costs my own case nothing and closes a gap in it.`,
          `One thing has convinced me, and it came from ${from}: to ${clause}.`,
        ],
        'gained',
      ),
    );
  }
  if (stance.dropped) {
    texts.push(
      `In return I let go of my demand to ${clauseOf(matter, stance.dropped)}; nobody else needs it.`,
    );
  }
  if (stance.changedSide)
    texts.push('On the main question I have changed sides, and I would rather say so than hide it.');
  return texts.length === 0 ? [] : [{ kind: 'text', text: texts.join(' ') }];
};

/** An answer in the manner of a lens that nobody has just given, where there is one. */
const answerTo = (matter: Matter, quote: Quote, index: number): string => {
  const { own, prompt, slots } = matter;
  const lens = own[(prompt.round + index) % own.length] as Lens;
  const start = Math.floor(drawOf(matter, 'reply', index) * lens.replies.length);
  const answers = lens.replies.map((_, step) => {
    const reply = lens.replies[(start + step) % lens.replies.length] as Lens['replies'][number];
    return reply(slots, quote.word);
  });
  const said = prompt.own ? [...prompt.fresh, prompt.own] : prompt.fresh;
  return answers.find((answer) => !holds(said, answer.slice(0, 24))) ?? (answers[0] as string);
};

const replies = (matter: Matter, count: number): readonly SpeechPart[] => {
  const parts: SpeechPart[] = [];
  let heard = matter.prompt.fresh;
  for (let index = 0; index < count; index += 1) {
    const quote = quoteFrom(matter, heard, `quote ${index}`);
    if (!quote) break;
    const answer = answerTo(matter, quote, index);
    parts.push({ kind: 'reply', from: quote.from, round: quote.round, quote: quote.text, answer });
    heard = heard.filter((turn) => turn.agent !== quote.from);
  }
  return parts;
};

/** Words of people are answered once, by everybody they reach. */
const answerToPeople = (matter: Matter): readonly SpeechPart[] => {
  const { prompt, slots, own } = matter;
  const last = prompt.people.at(-1);
  if (!last || last.round < (prompt.own?.round ?? 0)) return [];
  const quote = last.text.replace(/\s+/g, ' ').replaceAll('"', "'").slice(0, 160).trim();
  const clause = clauseOf(matter, own[0] as Lens);
  const answer = chooseOf(
    matter,
    [
      `That belongs on the table. For me it comes down to this: ${clause}.`,
      `A plain answer: I would ${clause}, and look at ${slots.measure} to see whether it was right.`,
      `I take it as a condition. Whatever we agree on has to hold up against it, and ${slots.measure} would show whether it does.`,
    ],
    'people',
  );
  return [{ kind: 'reply', from: last.from, round: null, quote, answer }];
};

const sameDemands = (stance: Stance) =>
  stance.others.find(
    (other) =>
      other.lenses.length === stance.lenses.length &&
      other.side === stance.side &&
      other.lenses.every((lens) => stance.lenses.includes(lens)),
  );

const agreement = (stance: Stance): readonly SpeechPart[] => {
  const same = sameDemands(stance);
  return same && (stance.gained || stance.dropped)
    ? [
        {
          kind: 'text',
          text: `With ${same.agent} I now agree in substance; what is left is order and emphasis.`,
        },
      ]
    : [];
};

/** Sureness rises with the rounds and with company, and falls for a moment when a position changes. */
export const confidenceOf = (matter: Matter, stance: Stance): number => {
  const { prompt } = matter;
  const base = 0.56 + 0.18 * lastingDraw(matter, 'sure');
  const rounds = 0.02 * Math.min(prompt.round, 6);
  const company = sameDemands(stance) ? 0.08 : 0;
  const change = stance.gained || stance.changedSide ? -0.05 : 0;
  const wobble = 0.06 * (drawOf(matter, 'confidence') - 0.5);
  return Math.min(0.95, Math.max(0.35, base + rounds + company + change + wobble));
};

const sizeOf = ({ prompt }: Matter): Size => {
  if (hasStyle(prompt, 'brevity', 'strong')) return { opening: 1, claims: 1, replies: 1 };
  if (hasStyle(prompt, 'brevity', 'moderate')) return { opening: 2, claims: 1, replies: 1 };
  return { opening: 3, claims: 1, replies: 2 };
};

/** A position with its claims, answers to others, and what has changed since the last turn. */
export const argue = (matter: Matter, labelName: string): Speech => {
  const stance = stanceOf(matter);
  const size = sizeOf(matter);
  return {
    label: { name: labelName, value: positionText(matter, stance.lenses, stance.side) },
    parts: [
      ...answerToPeople(matter),
      ...replies(matter, matter.prompt.round < 2 ? 1 : size.replies),
      ...movement(matter, stance),
      ...withAside(matter, claimsOf(matter, size)),
      ...agreement(stance),
    ],
    confidence: confidenceOf(matter, stance),
  };
};

const numberWords = ['no', 'one', 'two', 'three', 'four'];

const whatChanged = (matter: Matter, stance: readonly Lens[], first: Lens): string => {
  const added = stance.filter((lens) => lens !== first);
  const mine = clauseOf(matter, first);
  if (added.length === 0) {
    return chooseOf(
      matter,
      [
        `I leave with the demand I came with: ${mine}. Nothing said here has shown that it costs more than it brings.`,
        `My position has not moved, and I have tried to move it: ${mine}. The objections were to other plans than this one.`,
      ],
      'unchanged',
    );
  }
  const theirs = joinedClauses(added.map((lens) => clauseOf(matter, lens)));
  if (first !== matter.own[0]) {
    return `I have let go of the demand I came with. What I leave with is common ground: ${joinedClauses(stance.map((lens) => clauseOf(matter, lens)))}.`;
  }
  const more = numberWords[added.length] ?? 'several';
  return chooseOf(
    matter,
    [
      `I came with one demand, to ${mine}. I leave with ${more} more: ${theirs}.`,
      `The exchange has changed something for me. Beside my own demand to ${mine}, I now hold ${more} more: ${theirs}.`,
      `I still begin where I began: ${mine}. What I have learned here: ${theirs}.`,
    ],
    'changed',
  );
};

const whatDivides = (matter: Matter, stance: Stance, first: Lens): string => {
  const rival = stance.others.find((other) => other.lenses.some((lens) => !stance.lenses.includes(lens)));
  const theirs = rival?.lenses.find((lens) => !stance.lenses.includes(lens));
  if (rival && theirs) {
    return `What still divides me from ${rival.agent} is the order of things: ${rival.agent} would ${clauseOf(matter, theirs)}; I would first ${clauseOf(matter, first)}.`;
  }
  return chooseOf(
    matter,
    [
      'I see no difference left that a first trial would not settle.',
      'What divides us now is emphasis, and emphasis can be settled while the work goes on.',
      'Nobody at this table would have to give up a principle for the common part.',
    ],
    'divides',
  );
};

/** The last word: what changed, what still divides, what to do now. */
export const close = (matter: Matter): Speech => {
  const stance = stanceOf(matter);
  const first = matter.own.find((lens) => stance.lenses.includes(lens)) ?? (stance.lenses[0] as Lens);
  const claim = (text: string): SpeechPart => ({ kind: 'claim', claim: text, support: '' });
  return {
    label: { name: 'Position', value: positionText(matter, stance.lenses, stance.side) },
    parts: [
      ...answerToPeople(matter),
      ...movement(matter, stance),
      claim(whatChanged(matter, stance.lenses, first)),
      claim(whatDivides(matter, stance, first)),
      claim(`What to do now: ${first.nextStep(matter.slots)}`),
    ],
    confidence: confidenceOf(matter, stance),
  };
};

/** An answer on its own, for one speaker and nobody to contradict it. */
export const answerAlone = (matter: Matter): Speech => {
  const { own, slots } = matter;
  const [first, second] = own as readonly [Lens, Lens];
  const stance = stanceOf(matter);
  return {
    label: { name: 'Answer', value: positionText(matter, [first, second], stance.side) },
    parts: [
      ...answerToPeople(matter),
      ...withAside(matter, claimsOf(matter, { opening: 3, claims: 3, replies: 0 })),
      {
        kind: 'claim',
        claim: `What I am unsure of is ${slots.measure}.`,
        support: `If it turned out not to move, I would give this answer up. ${capitalised(slots.sign)} would be the first hint.`,
      },
      { kind: 'text', text: `First step: ${first.nextStep(slots)}` },
    ],
    confidence: confidenceOf(matter, stance),
  };
};
