import { memo, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { classNames } from '../class-names.ts';
import styles from './markdown.module.css';
import { isPlainProse, splitBlocks } from './split-blocks.ts';

const remarkPlugins = [remarkGfm];
const rehypePlugins = [rehypeSanitize];

// Agents write this text: no picture is ever fetched, and a link says nothing about where it was clicked.
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer noopener nofollow">
      {children}
    </a>
  ),
  img: ({ alt }) => <span className={styles.image}>[picture{alt ? `: ${alt}` : ''}]</span>,
  // Headings of an answer must not stand above its own in the page's outline.
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
};

const Block = memo(({ text }: { readonly text: string }) =>
  isPlainProse(text) ? (
    <p>{text}</p>
  ) : (
    <div className={styles.block}>
      <ReactMarkdown remarkPlugins={remarkPlugins} rehypePlugins={rehypePlugins} components={components}>
        {text}
      </ReactMarkdown>
    </div>
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
        <Block key={index} text={block} />
      ))}
    </div>
  );
};
