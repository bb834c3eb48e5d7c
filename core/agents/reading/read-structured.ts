import { onOneLine } from '../prompt/quoted.ts';
import type { FoundJson } from './find-json.ts';
import { readConfidence } from './read-confidence.ts';
import { type Claim, type Objection, TREE_LIMITS } from './read-prose.ts';

/** What a JSON answer says, whatever shapes a model gave its fields. Absent text is empty. */
export interface ReadStructured {
  readonly position: string;
  readonly claims: readonly Claim[];
  readonly objections: readonly Objection[];
  readonly confidence: number | null;
  readonly answer: string;
  readonly vote: string;
  readonly ranking: readonly string[];
  readonly reason: string;
  readonly decision: string;
  readonly next: string;
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
};

/** The first of several keys that holds some text. */
const first = (object: Json, keys: readonly string[]): string => {
  for (const key of keys) {
    const text = textOf(object[key]);
    if (text !== '') return text;
  }
  return '';
};

const listOf = (value: unknown, limit: number): readonly unknown[] => {
  if (Array.isArray(value)) return value.slice(0, limit);
  return value === undefined || value === null || value === '' ? [] : [value];
};

const short = (text: string): string => onOneLine(text, TREE_LIMITS.text);

const claimKeys = ['text', 'claim', 'statement', 'title', 'idea', 'name'];

const claimOf = (value: unknown): Claim => {
  if (!isObject(value)) return { text: short(textOf(value)), support: [] };
  const support = value['support'] ?? value['because'] ?? value['evidence'] ?? value['reasons'];
  return {
    text: short(first(value, claimKeys)),
    support: listOf(support, TREE_LIMITS.support)
      .map((one) => short(isObject(one) ? first(one, ['text', 'evidence', 'reason']) : textOf(one)))
      .filter((one) => one !== ''),
  };
};

const objectionOf = (value: unknown): Objection => {
  if (!isObject(value)) return { from: null, objection: short(textOf(value)), answer: '' };
  const from = first(value, ['from', 'by', 'agent']);
  return {
    from: from === '' ? null : onOneLine(from, 64),
    objection: short(first(value, ['objection', 'quote', 'text', 'claim'])),
    answer: short(first(value, ['answer', 'response', 'reply', 'rebuttal'])),
  };
};

export const readStructured = ({ value }: FoundJson): ReadStructured => {
  const claims = value['claims'] ?? value['arguments'] ?? value['ideas'] ?? value['groups'];
  const objections = value['objections'] ?? value['objections_answered'] ?? value['rebuttals'];
  return {
    position: onOneLine(
      first(value, ['position', 'proposal', 'conclusion', 'stance', 'thesis']),
      TREE_LIMITS.position,
    ),
    claims: listOf(claims, TREE_LIMITS.claims)
      .map(claimOf)
      .filter((claim) => claim.text !== ''),
    objections: listOf(objections, TREE_LIMITS.objections)
      .map(objectionOf)
      .filter((one) => one.objection !== ''),
    confidence: readConfidence(value['confidence'] ?? value['certainty']),
    answer: first(value, ['answer', 'content', 'text', 'response']),
    vote: first(value, ['vote', 'choice', 'option', 'selection']),
    ranking: listOf(value['ranking'] ?? value['order'], 64).map(textOf),
    reason: first(value, ['reason', 'rationale', 'justification', 'why']),
    decision: first(value, ['decision', 'winner', 'verdict']),
    next: first(value, ['next', 'next_speaker', 'speaker']),
  };
};
