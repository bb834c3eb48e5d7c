import { lazy, memo, Suspense, useMemo } from 'react';
import { classNames } from '../class-names.ts';
import { closeMarks } from './close-marks.ts';
import styles from './markdown.module.css';
import { plainWords } from './plain-words.ts';
import { isPlainProse, splitBlocks } from './split-blocks.ts';

const loadParser = () => import('./parsed-block.tsx').then((module) => ({ default: module.ParsedBlock }));
const ParsedBlock = lazy(loadParser);

/** Fetches the parser before the first text needs it. */
export const preloadMarkdown = (): void => void loadParser();

const Block = memo(({ text }: { readonly text: string }) =>
  isPlainProse(text) ? (
    <p>{text}</p>
  ) : (
    <Suspense fallback={<p>{plainWords(text)}</p>}>
      <ParsedBlock text={text} />
    </Suspense>
  ),
);

interface MarkdownProps {
  readonly text: string;
  /** Type of the interface instead of the reading size. */
  readonly compact?: boolean;
  /** Shows a caret behind the last word: more is coming. */
  readonly growing?: boolean;
}

/**
 * Sanitised Markdown. A growing text is drawn by the same blocks as the finished one, so that nothing moves when
 * it ends.
 */
export const Markdown = ({ text, compact, growing }: MarkdownProps) => {
  const blocks = useMemo(() => splitBlocks(text), [text]);
  return (
    <div className={classNames(styles.markdown, compact && styles.compact, growing && styles.growing)}>
      {blocks.length === 0 && growing ? <p /> : null}
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are only ever appended
        <Block key={index} text={growing && index === blocks.length - 1 ? closeMarks(block) : block} />
      ))}
    </div>
  );
};
