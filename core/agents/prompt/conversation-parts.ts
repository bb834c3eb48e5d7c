import { estimateTokens } from '../../contract/index.ts';
import type { HeardInterjection, SpokenTurn, TurnBrief } from '../turn-brief.ts';
import { cutToTokens, fairShares } from './cut.ts';
import { heardText } from './heard-text.ts';
import { fitted, JOINT_TOKENS, type Part } from './part.ts';
import { quoted } from './quoted.ts';
import { selectHeard } from './select-heard.ts';
import { summarise } from './summarise.ts';

/** Interjections that stay in view: the last ones this agent may hear. */
const MAX_INTERJECTIONS = 8;
/** A quoted turn with less room than this is not worth its heading; the oldest go first. */
const LEAST_TURN_TOKENS = 48;
/** Room that a summary keeps beside the quoted turns, for each of its lines. */
const SUMMARY_LINE_TOKENS = 40;

interface Conversation {
  readonly parts: readonly Part[];
  readonly shortTerm: readonly string[];
}

interface Entry {
  readonly text: string;
  readonly tokens: number;
}

const headTokens = (title: string): number => estimateTokens(title) + 1 + JOINT_TOKENS;

/** The newest entries that fit, in their old order. */
const newestEntries = (
  name: string,
  title: string,
  entries: readonly Entry[],
  room: number,
): readonly Part[] => {
  let tokens = headTokens(title);
  let first = entries.length;
  while (first > 0) {
    const cost = (entries[first - 1] as Entry).tokens + 1;
    if (tokens + cost > room) break;
    tokens += cost;
    first -= 1;
  }
  if (first === entries.length) return [];
  const text = entries.slice(first).reduce((all, entry) => `${all}\n${entry.text}`, title);
  return [{ name, text, tokens, truncated: first > 0 }];
};

const freshPart = (turns: readonly SpokenTurn[], room: number) => {
  const title = '## Since you last spoke';
  const space = room - headTokens(title);
  const kept = turns.slice(Math.max(0, turns.length - Math.max(0, Math.floor(space / LEAST_TURN_TOKENS))));
  if (kept.length === 0) return { parts: [], kept };
  const wishes = kept.map((turn) => heardText(turn).blockTokens + 2);
  const shares = fairShares(wishes, space);
  let truncated = kept.length < turns.length;
  let tokens = headTokens(title);
  let text = title;
  for (const [index, turn] of kept.entries()) {
    const { block, blockTokens } = heardText(turn);
    const whole = shares[index] === wishes[index];
    const cut = whole ? undefined : cutToTokens(block, (shares[index] as number) - 2);
    truncated ||= !whole;
    text += `${index === 0 ? '\n' : '\n\n'}${cut ? cut.text : block}`;
    tokens += (cut ? cut.tokens : blockTokens) + 2;
  }
  const part: Part = { name: 'since_you_spoke', text, tokens, truncated };
  return { parts: [part], kept };
};

const forThis = (name: string) => (words: HeardInterjection) => !words.whisper || words.to === name;

const interjectionEntry = (words: HeardInterjection, name: string): Entry => {
  const to = words.to === 'all' ? 'to all' : words.to === name ? 'to you' : `to ${words.to}`;
  const privately = words.whisper ? ' alone (do not quote it)' : '';
  const text = `${words.from}, round ${words.round}, ${to}${privately}:\n${quoted(words.text)}`;
  return { text, tokens: estimateTokens(text) };
};

const peopleParts = (brief: TurnBrief, room: number): readonly Part[] => {
  const { name } = brief.agent;
  if (brief.interjections.length === 0) return [];
  const words = brief.interjections.filter(forThis(name)).slice(-MAX_INTERJECTIONS);
  const most = Math.floor(room / Math.max(1, Math.min(words.length, 2)));
  const entries = words.map((one) => {
    const entry = interjectionEntry(one, name);
    const cut = entry.tokens > most ? cutToTokens(entry.text, most - 16) : undefined;
    return cut ? { text: cut.text, tokens: cut.tokens } : entry;
  });
  return newestEntries(
    'from_people',
    '## From people',
    entries.filter((entry) => entry.text !== ''),
    room,
  );
};

const ownTurn = (turn: SpokenTurn): Part => {
  const title = `## Your last turn (round ${turn.round})`;
  const { words, wordTokens } = heardText(turn);
  return {
    name: 'own_last_turn',
    text: `${title}\n${words}`,
    tokens: headTokens(title) + wordTokens,
    truncated: false,
  };
};

/** The part of the prompt that changes from turn to turn, inside `room` tokens. */
export const conversationParts = (brief: TurnBrief, room: number): Conversation => {
  const { own, fresh, earlier } = selectHeard(brief);
  let left = room;
  const take = (parts: readonly Part[]) => {
    for (const part of parts) left -= part.tokens;
    return parts;
  };
  const people = take(peopleParts(brief, Math.floor(left / 3)));
  const ownPart = own && fitted(ownTurn(own), Math.floor(left / 4));
  const ownParts = take(ownPart ? [ownPart] : []);
  const summary = summarise(earlier).map(({ line, lineTokens }) => ({
    text: `| ${line}`,
    tokens: lineTokens + 1,
  }));
  const reserved = Math.min(Math.floor(left / 4), summary.length * SUMMARY_LINE_TOKENS);
  const latest = freshPart(fresh, left - reserved);
  take(latest.parts);
  const summaryParts = newestEntries('summary', '## Positions so far', summary, left);
  return {
    parts: [...summaryParts, ...ownParts, ...latest.parts, ...people],
    shortTerm: latest.kept.flatMap((turn) => (turn.position === '' ? [] : [heardText(turn).line])),
  };
};
