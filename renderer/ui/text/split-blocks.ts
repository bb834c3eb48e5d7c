const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Cuts Markdown at blank lines outside of code fences, so that a growing text keeps the same leading blocks and
 * only its last one is parsed again. Lists whose items are apart by blank lines, and what is indented under them,
 * stay together.
 */
export const splitBlocks = (text: string): readonly string[] => {
  const blocks: string[] = [];
  let current: string[] = [];
  let fence: string | null = null;
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark[0] === fence[0] && mark.length >= fence.length) fence = null;
    }
    if (line.trim() === '' && fence === null && !belongsToBlock(current, lines[index + 1])) {
      if (current.length > 0) blocks.push(current.join('\n'));
      current = [];
    } else {
      current.push(line);
    }
  }
  if (current.some((line) => line.trim() !== '')) blocks.push(current.join('\n'));
  return blocks;
};

const LIST_ITEM = /^ {0,3}([-*+]|\d{1,9}[.)])\s/;

const belongsToBlock = (block: readonly string[], next: string | undefined): boolean => {
  if (block.length === 0 || next === undefined || !LIST_ITEM.test(block[0] ?? '')) return false;
  return LIST_ITEM.test(next) || /^\s{2,}\S/.test(next);
};

/** True when the text reads the same with and without a Markdown parser: plain paragraphs. */
export const isPlainProse = (text: string): boolean =>
  !/[*_`#[\]|~<>&\\]|https?:|www\.|@|^\s*([-+]|\d{1,9}[.)])\s|^ {4}|^[-=]+\s*$/m.test(text);
