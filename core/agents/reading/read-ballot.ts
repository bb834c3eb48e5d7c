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
  /\b(?:vote|voting|voted|opt|opting|choose|choosing|chose|pick|picking|select|support|prefer)(?: is)?(?: for| on)?:? ([^\n.;!?]{1,200})/gi;
const nouns = /\b((?:option|proposal|candidate) [^\n.;!?]{1,200})/gi;
const negated = /(?:\bnot|n't|\bnever|\bcannot|\bneither|\bagainst)\s+(?:\w+\s+)?$/i;

/** The first option that running text speaks for; "I would not vote for A" speaks for none. */
const inProse = (options: readonly VoteOption[], prose: string): VoteOption | undefined => {
  const text = prose.slice(0, 8_000);
  for (const phrase of [verbs, nouns]) {
    for (const found of text.matchAll(phrase)) {
      if (negated.test(text.slice(Math.max(0, found.index - 24), found.index))) continue;
      const option = resolveOption(options, found[1] as string);
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
