import type { StubHeard } from '../read-prompt.ts';
import { chooseOf, type Matter } from './matter.ts';

export interface Quote {
  readonly from: string;
  readonly round: number;
  readonly text: string;
  /** The word in it that carries most. */
  readonly word: string;
}

const SHORTEST = 30;
const LONGEST = 170;
/** Sentences of one turn that are considered. */
const MAX_SENTENCES = 8;
const sentence = /[^.!?\n]{20,400}[.!?]?/g;
const notOwn = /^(?:Chose: |\*\*|>|#|```|\||\{)/;

/** Sentences of a turn that stand for themselves: no labels, quotations, answers to them, headings, code, names. */
const ownSentences = (text: string, names: readonly string[]): readonly string[] => {
  const found: string[] = [];
  let inCode = false;
  let answering = false;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('```')) inCode = !inCode;
    const wasAnswering = answering;
    answering = line.startsWith('>');
    if (inCode || wasAnswering || notOwn.test(line)) continue;
    for (const match of line.replace(/^[-*+]\s+(?:\*\*[^*]*\*\*:?\s*)?/, '').match(sentence) ?? []) {
      const words = match.trim();
      if (words.length < SHORTEST || words.length > LONGEST || words.includes('"')) continue;
      if (!names.some((name) => words.includes(name))) found.push(words);
      if (found.length >= MAX_SENTENCES) return found;
    }
  }
  return found;
};

const ordinary = new Set(
  'because should would could there their about which where while after before every other those these being always never against without nothing something somebody nobody everybody themselves itself whether afterwards seldom already until hardly still might again first somewhere however whenever wherever rather perhaps almost either neither ordinary common resilient afternoon happen behind shorter easier reaches whole wrong early stays rests unseen'.split(
    ' ',
  ),
);
const nounEnding = /(?:tion|sion|ment|ness|ity|ance|ence|ship|age|cy|ure|ism)s?$/;
const verbEnding = /(?:ing|ed|ly|est|ise|ize|ful|less|able|ible|ous|ient)$/;

/** The word that a sentence seems to turn on: rather a noun than a verb, rather long than short. */
const keyWord = (text: string, fallback: string): string => {
  let best = fallback;
  let bestScore = 0;
  for (const word of text.match(/[\p{L}][\p{L}'\u2019-]{3,}/gu) ?? []) {
    const lower = word.toLowerCase();
    if (ordinary.has(lower) || verbEnding.test(lower)) continue;
    const score = Math.min(word.length, 12) + (nounEnding.test(lower) ? 6 : 0);
    if (score > bestScore) {
      best = lower;
      bestScore = score;
    }
  }
  return best;
};

/** Something another speaker said, to be answered; undefined when nobody said anything quotable. */
export const quoteFrom = (
  matter: Matter,
  heard: readonly StubHeard[],
  purpose: string,
): Quote | undefined => {
  const speakers = heard.filter((turn) => turn.agent !== matter.prompt.speaker);
  if (speakers.length === 0) return undefined;
  const start = Math.floor(
    chooseOf(
      matter,
      speakers.map((_, index) => index),
      `${purpose} of`,
    ),
  );
  for (let step = 0; step < speakers.length; step += 1) {
    const turn = speakers[(start + step) % speakers.length] as StubHeard;
    const sentences = ownSentences(turn.text, matter.prompt.speakers);
    if (sentences.length === 0) continue;
    const text = chooseOf(matter, sentences, purpose);
    return { from: turn.agent, round: turn.round, text, word: keyWord(text, matter.slots.term) };
  }
  return undefined;
};
