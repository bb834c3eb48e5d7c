import ReactMarkdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import styles from './markdown.module.css';

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
  // Under the speaker's name there is one level: an answer skips levels and begins where it likes.
  h1: ({ children }) => <h4>{children}</h4>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
  h5: ({ children }) => <h4>{children}</h4>,
  h6: ({ children }) => <h4>{children}</h4>,
};

export const ParsedBlock = ({ text }: { readonly text: string }) => (
  <div className={styles.block}>
    <ReactMarkdown remarkPlugins={remarkPlugins} rehypePlugins={rehypePlugins} components={components}>
      {text}
    </ReactMarkdown>
  </div>
);
