import { type ReactNode, useContext } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import styles from './markdown.module.css';
import { QuoteColourContext, wordsOf } from './quote-colour.tsx';

const remarkPlugins = [remarkGfm];
const rehypePlugins = [rehypeSanitize];

// Agents write this text: no picture is ever fetched, and a link says nothing about where it was clicked.
const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer noopener nofollow">
      {children}
    </a>
  ),
  blockquote: ({ children }) => <Quotation>{children}</Quotation>,
  img: ({ alt }) => <span className={styles.image}>[picture{alt ? `: ${alt}` : ''}]</span>,
  // Under the speaker's name there is one level: an answer skips levels and begins where it likes.
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
  h5: ({ children }) => <h4>{children}</h4>,
  h6: ({ children }) => <h4>{children}</h4>,
};

/** In the colour of whose words they are. */
const Quotation = ({ children }: { readonly children?: ReactNode }) => {
  const colour = useContext(QuoteColourContext)(wordsOf(children));
  return (
    <blockquote {...(colour !== undefined && { style: { borderLeftColor: colour } })}>{children}</blockquote>
  );
};

export const ParsedBlock = ({ text }: { readonly text: string }) => (
  <div className={styles.block}>
    <ReactMarkdown remarkPlugins={remarkPlugins} rehypePlugins={rehypePlugins} components={components}>
      {text}
    </ReactMarkdown>
  </div>
);
