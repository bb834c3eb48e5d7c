import { domainOf, isVerb, type Phrase, phrasesOf, type ReadTopic } from './read-topic.ts';

/** Beginning of a prompt that is looked at. */
const MAX_READ = 2_000;
const MAX_TERM = 60;
const MOST_WORDS = 4;
/** A label in front of what a task is about: `Goal: ...`, `What was asked for:` and a paragraph. */
const label = /^([^\n:]{2,40}):[ \t]*(?:\n+)?(.+)$/gm;
const LEAST_LABELLED = 3;

/** What a task does or asks for rather than what it is about. */
const odd = new Set(
  'write say tell list name sum gather collect note mark read judge rate rank score count show state answer report result results work task step item text words word lines line paragraph page sentence sentences beginning end way ways part parts point points thing things something anything nothing everything somebody someone anybody nobody everybody whoever else none them him us saw seen see known asked done holds hold left missing better best first last next still here below above weak strong mend measure criteria decided long time times question goal limits became made found said standard whom same other stands now cheapest never happen instead until whole single note notes brief confirmed confirm'.split(
    ' ',
  ),
);

const isOdd = (word: string): boolean => odd.has(word.toLowerCase()) || isVerb(word.toLowerCase());

/** A phrase that could be the subject of a sentence, without odd words at its ends. */
const nounIn = ({ text, words }: Phrase): string | undefined => {
  const kept = [...words];
  while (kept.length > 0 && isOdd(kept[0] as string)) kept.shift();
  while (kept.length > 0 && isOdd(kept.at(-1) as string)) kept.pop();
  if (kept.join('').length < 4) return undefined;
  const article =
    kept.length <= MOST_WORDS && kept[0] === words[0] ? text.slice(0, text.indexOf(words[0] ?? '')) : '';
  return `${article}${kept.slice(-MOST_WORDS).join(' ')}`.slice(0, MAX_TERM).trim();
};

/** Nouns with their articles go before bare words; of orders, one bare word may be anything. */
const subjectOf = (text: string, isOrder: boolean): string | undefined => {
  const nouns = phrasesOf(text).flatMap((phrase) => nounIn(phrase) ?? []);
  const sure = nouns.find((noun) => /^(?:a|an|the) /.test(noun)) ?? nouns.find((noun) => noun.includes(' '));
  return sure ?? (isOrder ? undefined : nouns[0]);
};

/** What stands behind the first label with more than a word or two. */
const matterIn = (text: string): string | undefined => {
  for (const [, , behind = ''] of text.matchAll(label)) {
    if (behind.split(' ').length >= LEAST_LABELLED) return behind;
  }
  return undefined;
};

/**
 * Finds out, by words alone, what the prompt of a task is about. Such a prompt gives orders, so the longest phrase in
 * it is rarely its subject: the goal or question that it holds is, else the first thing that it names.
 */
export const readTask = (prompt: string): ReadTopic => {
  const text = prompt
    .slice(0, MAX_READ)
    .replace(/[#*_`>|]+/g, ' ')
    .trim();
  const matter = matterIn(text);
  const named = matter === undefined ? undefined : subjectOf(matter, false);
  const term = named ?? subjectOf(text, true) ?? 'this task';
  return { form: { kind: 'open' }, term, opening: `On ${term}:`, domain: domainOf(text.toLowerCase()) };
};
