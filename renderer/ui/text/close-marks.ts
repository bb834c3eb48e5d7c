/**
 * Markdown that breaks off in the middle of a bold or code stretch, with the stretch closed, so that its signs do
 * not flash while it is written. Code fences are left open: they may be.
 */
export const closeMarks = (block: string): string => {
  if (/^ {0,3}(`{3,}|~{3,})/.test(block)) return block;
  const line = block.slice(block.lastIndexOf('\n') + 1);
  const codes = countOf(line, '`');
  if (codes % 2 === 1) return /`\s*$/.test(line) ? block.replace(/`\s*$/, '') : `${block}\``;
  const stars = line.replace(/`[^`]*`/g, '');
  if (countOf(stars, '**') % 2 === 0) return block.replace(/(^|[\s(])\*$/, '$1');
  if (/\*\*\s*$/.test(block)) return block.replace(/\*\*\s*$/, '');
  // One star of the closing two may be there already.
  return `${block.replace(/([^*])\*$/, '$1').trimEnd()}**`;
};

const countOf = (text: string, part: string): number => text.split(part).length - 1;
