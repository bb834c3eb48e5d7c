import type { Lens } from './lens.ts';
import { chooseOf, clauseOf, drawOf, isSaid, type Matter } from './matter.ts';
import { type Quote, quoteFrom } from './quote.ts';
import type { SpeechPart } from './speech.ts';

/** An answer in the manner of a lens that nobody has just given, where there is one. */
const answerTo = (matter: Matter, quote: Quote, index: number): string => {
  const { own, prompt, slots } = matter;
  const lens = own[(prompt.round + index) % own.length] as Lens;
  const start = Math.floor(drawOf(matter, 'reply', index) * lens.replies.length);
  const answers = lens.replies.map((_, step) => {
    const reply = lens.replies[(start + step) % lens.replies.length] as Lens['replies'][number];
    return reply(slots, quote.word);
  });
  return answers.find((answer) => !isSaid(prompt, answer.slice(0, 24))) ?? (answers[0] as string);
};

/** Answers to other speakers, each to a sentence of theirs. */
export const replies = (matter: Matter, count: number): readonly SpeechPart[] => {
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

/** Words of people are answered once, by everybody they reach; a whisper is answered and not given away. */
export const answerToPeople = (matter: Matter): readonly SpeechPart[] => {
  const { prompt, slots, own } = matter;
  const last = prompt.people.at(-1);
  if (!last || last.round < (prompt.own?.round ?? 0)) return [];
  if (last.whisper)
    return [{ kind: 'text', text: `What weighs most for me: ${clauseOf(matter, own[0] as Lens)}.` }];
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
