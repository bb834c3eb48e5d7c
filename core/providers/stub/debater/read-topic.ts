import { type Domain, domains, generalDomain } from './domains.ts';

/** What a topic asks for: a yes or no, a choice of two, or what to do. */
export type TopicForm =
  | { readonly kind: 'proposal' }
  | { readonly kind: 'alternatives'; readonly first: string; readonly second: string }
  | { readonly kind: 'open' };

export interface ReadTopic {
  readonly form: TopicForm;
  /** How a position begins: "For a resilient edge network,". */
  readonly opening: string;
  /** The noun phrase that the topic is about, as it stands there. */
  readonly term: string;
  readonly domain: Domain;
}

/** Beginning of a topic that is looked at; long topics say first what they are about. */
const MAX_READ = 600;
const MAX_TERM = 60;

const stopWords = new Set(
  'a an the and or but of for to in on at by with from into over under about between as than that this these those it its is are was were be been being do does did should shall can could will would may might must we you they i our your their his her my how what which who when where why whether if not no yes all any some more most less very only also there here so up out per via versus vs using without within before after against during through while because among across toward towards good better best right worth first next new own each every both either neither such just one two three four five six seven eight nine ten dozen hundred ninety outside inside'.split(
    ' ',
  ),
);
const verbs = new Set(
  'ban allow adopt build make use replace move require introduce abolish regulate choose keep stop start have get give take put set let help need want design create improve reduce increase support switch pay ensure decide spend reach run add cut limit end become go raise lower protect open close write read teach treat plan handle deploy train bring expand ship pick prove name find explain describe compare suggest propose discuss debate solve draft review stay remain'.split(
    ' ',
  ),
);
const articles = new Set(['a', 'an', 'the']);
const proposalStart = /^(should|shall|must|can|could|would|will|is|are|do|does|did|has|have|may)\b/i;
const between = /^(.{2,160}?)\s+(?:or|vs\.?|versus)\s+(.{2,160}?)[?.!]*$/i;
const word = /[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*/gu;

export interface Phrase {
  readonly words: readonly string[];
  readonly text: string;
}

/** Runs of content words, articles in front of them kept: what is left when the glue is taken out. */
export const phrasesOf = (text: string): readonly Phrase[] => {
  const phrases: Phrase[] = [];
  let words: string[] = [];
  let article = '';
  let end = 0;
  const close = () => {
    if (words.length > 0) phrases.push({ words, text: `${article}${words.join(' ')}` });
    words = [];
    article = '';
  };
  for (const found of text.matchAll(word)) {
    const [form] = found;
    const lower = form.toLowerCase();
    if (/[^\s]/.test(text.slice(end, found.index))) close();
    end = found.index + form.length;
    if (articles.has(lower)) {
      close();
      article = `${lower} `;
    } else if (stopWords.has(lower) || isVerb(lower) || isGerund(lower)) close();
    else words.push(words.length === 0 && phrases.length === 0 ? plainFirst(form) : form);
  }
  close();
  return phrases;
};

export const isVerb = (lower: string): boolean =>
  verbs.has(lower) || (lower.endsWith('s') && verbs.has(lower.slice(0, -1)));

const isGerund = (lower: string): boolean => lower.length > 5 && lower.endsWith('ing');

/** A word at the beginning of a sentence without its capital, unless it looks like a name. */
const plainFirst = (form: string): string =>
  /^\p{Lu}\p{Ll}[\p{Ll}'-]*$/u.test(form) ? form.charAt(0).toLowerCase() + form.slice(1) : form;

/** The longest phrase. Of equal ones the last, where the object stands; a question whether something is so asks for its subject. */
const mainPhrase = (text: string): Phrase | undefined => {
  const lead = /^(?:is|are|was|were|do|does|did|has|have)\b/i.test(text) ? 1 : 0;
  return phrasesOf(text).reduce<Phrase | undefined>(
    (best, phrase) => (!best || phrase.words.length >= best.words.length + lead ? phrase : best),
    undefined,
  );
};

const nameOf = (phrase: Phrase): string =>
  (phrase.words.length <= 4 ? phrase.text : phrase.words.slice(-3).join(' ')).slice(0, MAX_TERM);

export const domainOf = (lower: string): Domain => {
  let best = generalDomain;
  let bestScore = 0;
  const words = lower.match(word) ?? [];
  for (const domain of domains) {
    let score = 0;
    for (const one of words) {
      if (
        domain.keywords.some((key) =>
          key.length <= 3 ? one === key || one === `${key}s` : one.startsWith(key),
        )
      ) {
        score += 1;
      }
    }
    if (score > bestScore) {
      best = domain;
      bestScore = score;
    }
  }
  return best;
};

const formOf = (text: string): TopicForm => {
  const choice = between.exec(text.replace(/^.*:\s+/s, ''));
  if (choice) {
    const first = phrasesOf(choice[1] as string).at(-1);
    const second = phrasesOf(choice[2] as string)[0];
    if (first && second && first.words.length <= 4 && second.words.length <= 4) {
      return { kind: 'alternatives', first: first.words.join(' '), second: second.words.join(' ') };
    }
  }
  return proposalStart.test(text) ? { kind: 'proposal' } : { kind: 'open' };
};

const openingOf = (text: string, term: string, form: TopicForm): string => {
  if (form.kind === 'alternatives') return `Between ${form.first} and ${form.second}:`;
  const short = text.length <= 80 && !/[?:;,.!"\n]/.test(text.replace(/[.!?]+$/, ''));
  if (
    form.kind === 'open' &&
    short &&
    !/^(how|what|which|who|when|where|why)\b/i.test(text) &&
    !text.endsWith('?')
  ) {
    const plain = plainFirstOf(text.replace(/[.!]+$/, ''));
    const [head = ''] = plain.split(' ', 1);
    if (isGerund(head)) return `In ${plain},`;
    if (!isVerb(head)) return `For ${plain},`;
  }
  return `On ${term}:`;
};

const plainFirstOf = (text: string): string => {
  const [head = ''] = text.split(' ', 1);
  return plainFirst(head) + text.slice(head.length);
};

/** Finds out, by words alone, what a topic is about and what kind of answer it asks for. */
export const readTopic = (topic: string): ReadTopic => {
  const text = topic
    .slice(0, MAX_READ)
    .replace(/[#*_`>|\s]+/g, ' ')
    .trim();
  const firstSentence = /^.{12,}?[?.!](?=\s|$)/.exec(text)?.[0] ?? text;
  const phrase = mainPhrase(firstSentence) ?? mainPhrase(text);
  const name = phrase ? nameOf(phrase) : '';
  const term = name.length >= 3 ? name : 'this question';
  const form = formOf(firstSentence);
  return { form, term, opening: openingOf(firstSentence, term, form), domain: domainOf(text.toLowerCase()) };
};
