import { diffLines, diffWordsWithSpace } from 'diff';

interface DiffPart {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of a comparison; a changed line comes twice, once as it was and once as it is. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly parts: readonly DiffPart[];
}

/** Lines of both texts in reading order, with the changed words marked inside lines that were replaced. */
export const compareLines = (before: string, after: string): readonly DiffLine[] => {
  const chunks = diffLines(before, after);
  const lines: DiffLine[] = [];
  for (let index = 0; index < chunks.length; index += 1) {
    const chunk = chunks[index];
    const next = chunks[index + 1];
    if (chunk === undefined) continue;
    if (chunk.removed && next?.added) {
      lines.push(...replaced(linesOf(chunk.value), linesOf(next.value)));
      index += 1;
    } else {
      const kind = chunk.added ? 'added' : chunk.removed ? 'removed' : 'same';
      lines.push(
        ...linesOf(chunk.value).map((text) => ({ kind, parts: [{ text, changed: false }] }) as const),
      );
    }
  }
  return lines;
};

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

const replaced = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  const removed: DiffLine[] = [];
  const added: DiffLine[] = [];
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const old = before[index];
    const young = after[index];
    const words = old !== undefined && young !== undefined ? diffWordsWithSpace(old, young) : null;
    if (old !== undefined) {
      const parts = words?.filter((word) => !word.added).map((word) => part(word.value, word.removed));
      removed.push({ kind: 'removed', parts: parts ?? [part(old, false)] });
    }
    if (young !== undefined) {
      const parts = words?.filter((word) => !word.removed).map((word) => part(word.value, word.added));
      added.push({ kind: 'added', parts: parts ?? [part(young, false)] });
    }
  }
  return [...removed, ...added];
};

const part = (text: string, changed: boolean | undefined): DiffPart => ({ text, changed: changed === true });
