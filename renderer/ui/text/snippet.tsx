import { splitSnippet } from './split-snippet.ts';

/** A hit of a search with the found words marked. */
export const Snippet = ({ text }: { readonly text: string }) =>
  splitSnippet(text).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other identity
    part.found ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
  );
