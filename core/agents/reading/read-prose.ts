import type { ReasoningTree } from '../../contract/index.ts';
import { oneLine } from '../prompt/quoted.ts';
import { type Label, readLabel } from './labels.ts';
import { sentencesOf } from './sentences.ts';

export type Claim = ReasoningTree['claims'][number];
export type Objection = ReasoningTree['objections'][number];

/** Most of each kind that a tree keeps, and the longest of their texts in UTF-16 units. */
export const TREE_LIMITS = { claims: 12, support: 6, objections: 8, text: 400, position: 600 } as const;

/** What the lines of an answer say. `values` holds the first value of each label. */
export interface ReadProse {
  readonly values: ReadonlyMap<Label, string>;
  readonly claims: readonly Claim[];
  readonly objections: readonly Objection[];
  /** First sentence outside labels, quotes and code; empty when there is none. */
  readonly opening: string;
  /** The text without the lines that are shown beside it: the confidence. */
  readonly shown: string;
}

type Block =
  | { readonly kind: 'paragraph' | 'quote' | 'heading'; readonly lines: string[] }
  | { readonly kind: 'item'; readonly lines: string[]; readonly nested: boolean };

const item = /^(\s{0,12})(?:[-*+\u2022]|\d{1,3}[.)])\s+(\S.*)$/;
const attribution =
  /\s*(?:[-\u2013\u2014(]\s*)([A-Za-z][\w-]{0,63})(?:,\s*(?:in\s+)?round\s+\d{1,5})?[).]?\s*$/;
const supportMark =
  /\s*(?:[:,;.(\u2013\u2014-]\s*)?\b(?:because(?! of\b):?|(?:support|evidence|reasons?):)\s+/i;
/** Lines of one answer that are looked at; the rest is still shown. */
const MAX_LINES = 2_000;

/** Without bold marks: a tree is shown as plain text. */
export const withoutEmphasis = (text: string): string =>
  text.includes('**') ? text.replaceAll('**', '') : text;

const short = (text: string): string => withoutEmphasis(oneLine(text, TREE_LIMITS.text));

/** A title in bold at the beginning of an item is its claim: "**Twin trial**: change one, leave the other". */
const titled = /^\*\*([^*]{1,120}?)[:.]?\*\*\s?[:.\u2013\u2014-]?\s?(.+)$/;

const claimOf = (text: string): Claim => {
  const plain = oneLine(text.slice(0, 4_000), 3_000);
  const heading = titled.exec(plain);
  if (heading) {
    return {
      support: sentencesOf(heading[2] as string, TREE_LIMITS.support).map(short),
      text: short(heading[1] as string),
    };
  }
  const [first = '', ...rest] = sentencesOf(plain, TREE_LIMITS.support + 1);
  const mark = rest.length === 0 ? supportMark.exec(first) : null;
  if (mark && mark.index > 0) {
    return {
      support: [short(first.slice(mark.index + mark[0].length))],
      text: short(first.slice(0, mark.index)),
    };
  }
  return { support: rest.map(short), text: short(first) };
};

const objectionOf = (lines: readonly string[], participants: readonly string[]): Objection => {
  const text = oneLine(lines.join(' '), 1_000);
  const named = attribution.exec(text);
  const from = participants.find((name) => name.toLowerCase() === named?.[1]?.toLowerCase()) ?? null;
  const words = named && from !== null ? text.slice(0, named.index) : text;
  return { answer: '', from, objection: short(words.replace(/^["\u201c\s]+|["\u201d\s]+$/g, '')) };
};

/** Cuts the text into blocks and takes the labelled lines out. */
const blocksOf = (text: string) => {
  const values = new Map<Label, string>();
  const blocks: Block[] = [];
  const shown: string[] = [];
  let open: Block | undefined;
  let inCode = false;
  let wanted: Label | undefined;
  const lines = text.split('\n');
  for (const line of lines.slice(0, MAX_LINES)) {
    if (line.startsWith('```')) inCode = !inCode;
    const bare = line.trim();
    const label = inCode ? undefined : readLabel(line);
    if (label?.label !== 'confidence') shown.push(line);
    if (label && !(label.label === 'support' && open)) {
      open = undefined;
      wanted = label.value === '' && label.label !== 'list' ? label.label : undefined;
      if (!values.has(label.label) && label.value !== '') values.set(label.label, label.value);
      continue;
    }
    if (bare === '' || inCode || bare.startsWith('```')) {
      open = undefined;
      if (wanted === 'ranking' && values.has(wanted)) wanted = undefined;
      continue;
    }
    if (wanted) {
      const before = values.get(wanted);
      if (wanted === 'ranking' && before !== undefined) values.set(wanted, `${before}\n${bare}`);
      else if (before === undefined) values.set(wanted, bare);
      if (wanted === 'confidence') shown.pop();
      if (wanted !== 'ranking') wanted = undefined;
      continue;
    }
    open = nextBlock(line, bare, open, blocks);
  }
  for (const line of lines.slice(MAX_LINES)) shown.push(line);
  return { values, blocks, shown: shown.join('\n').trim() };
};

const nextBlock = (line: string, bare: string, open: Block | undefined, blocks: Block[]): Block => {
  const start = (block: Block) => {
    blocks.push(block);
    return block;
  };
  if (bare.startsWith('>')) {
    const words = bare.replace(/^[>\s]+/, '');
    if (open?.kind !== 'quote') return start({ kind: 'quote', lines: [words] });
    open.lines.push(words);
    return open;
  }
  if (/^#{1,6}\s/.test(bare)) return start({ kind: 'heading', lines: [bare.replace(/^#+\s*/, '')] });
  const found = item.exec(line);
  if (found) {
    return start({ kind: 'item', lines: [found[2] as string], nested: (found[1] as string).length >= 2 });
  }
  if (open && open.kind !== 'heading' && open.kind !== 'quote') {
    open.lines.push(bare);
    return open;
  }
  return start({ kind: 'paragraph', lines: [bare] });
};

/**
 * Reads an answer's Markdown: labelled lines give values; a quoted block is an objection and the paragraph
 * below it the answer to it; every other paragraph or list item is a claim, its first sentence the claim and
 * what follows (or what stands after "because") its support. With `grouped`, a heading is the claim and the
 * items below it its support. Linear in the length of the text; throws on none.
 */
export const readProse = (text: string, participants: readonly string[], grouped: boolean): ReadProse => {
  const { values, blocks, shown } = blocksOf(text);
  const claims: { text: string; support: string[] }[] = [];
  const objections: { from: string | null; objection: string; answer: string }[] = [];
  let opening = '';
  let answering = false;
  let group: { text: string; support: string[] } | undefined;
  for (const block of blocks) {
    const words = block.lines.join(' ');
    if (block.kind === 'heading') {
      group = grouped ? { support: [], text: short(words) } : undefined;
      if (group && claims.length < TREE_LIMITS.claims) claims.push(group);
      answering = false;
      continue;
    }
    if (block.kind === 'quote') {
      if (objections.length < TREE_LIMITS.objections) objections.push(objectionOf(block.lines, participants));
      answering = true;
      continue;
    }
    if (opening === '') opening = sentencesOf(oneLine(words.slice(0, 4_000), 3_000), 2)[0] ?? '';
    const lastObjection = objections.at(-1);
    if (answering && lastObjection) {
      lastObjection.answer = short(words);
      answering = false;
      continue;
    }
    if (group) {
      if (group.support.length < TREE_LIMITS.support * 2) group.support.push(short(words));
      continue;
    }
    const last = claims.at(-1);
    if (block.kind === 'item' && block.nested && last) {
      if (last.support.length < TREE_LIMITS.support) last.support.push(short(words));
      continue;
    }
    if (claims.length >= TREE_LIMITS.claims) continue;
    const claim = claimOf(words);
    claims.push({ support: [...claim.support], text: claim.text });
  }
  return { values, claims, objections, opening: short(opening), shown };
};
