import type { Ballot } from '../../contract/index.ts';
import { onOneLine } from '../prompt/quoted.ts';
import type { VoteOption } from '../turn-brief.ts';
import type { AnswerContext } from './answer-context.ts';
import { rankingEntries, resolveOption } from './resolve-option.ts';

/** What an answer says about its vote, before it is known which options that means. */
export interface VoteWords {
  readonly vote: string;
  /** Entries in order, or one text that holds them. */
  readonly ranking: string | readonly string[];
  readonly reason: string;
  /** Where a vote without a label is looked for. */
  readonly prose: string;
}

const verbs =
  /\b(?:vote|voting|voted|opt|opting|choose|choosing|chose|pick|picking|select|support|prefer)(?: is)?(?: for| on)?:? ([^\n.;!?]{1,200})/i;
const nouns = /\b((?:option|proposal|candidate) [^\n.;!?]{1,200})/i;
const negated = /(?:\bnot|n't|\bnever|\bcannot|\bneither|\bagainst)\s+(?:\w+\s+)?$/i;

/** Places that are tried, in the first part of a text only, so that the time stays small for any text. */
const MAX_PLACES = 64;
const MAX_PROSE = 8_000;

/** The first option that running text speaks for; "I would not vote for A" speaks for none. */
const inProse = (options: readonly VoteOption[], prose: string): VoteOption | undefined => {
  const text = prose.slice(0, MAX_PROSE);
  for (const phrase of [verbs, nouns]) {
    let from = 0;
    for (let place = 0; place < MAX_PLACES; place += 1) {
      const found = phrase.exec(text.slice(from));
      if (!found) break;
      const [whole, object = ''] = found;
      const at = from + found.index;
      from = at + Math.max(1, whole.length - object.length);
      if (negated.test(text.slice(Math.max(0, at - 24), at))) continue;
      const option = resolveOption(options, object);
      if (option) return option;
    }
  }
  return resolveOption(options, text.slice(0, 200));
};

const ranked = (options: readonly VoteOption[], ranking: VoteWords['ranking']): readonly string[] => {
  const entries = typeof ranking === 'string' ? rankingEntries(ranking) : ranking;
  const ids = new Set<string>();
  for (const entry of entries) {
    const option = resolveOption(options, entry);
    if (option) ids.add(option.id);
  }
  return [...ids];
};

/** A ballot in option ids; where none is named, `choice` keeps the words that were there instead. */
export const readBallot = (context: AnswerContext, words: VoteWords): Ballot => {
  const { options } = context;
  const reason = onOneLine(words.reason, 600);
  const ranking = context.ranked
    ? ranked(options, words.ranking.length > 0 ? words.ranking : words.vote)
    : [];
  const option = resolveOption(options, words.vote);
  const choice = ranking[0] ?? option?.id ?? inProse(options, words.prose)?.id;
  if (choice === undefined) return { choice: onOneLine(words.vote || words.prose, 200), reason };
  if (!context.ranked) return { choice, reason };
  return { choice, ranking: ranking.length > 0 ? [...ranking] : [choice], reason };
};
