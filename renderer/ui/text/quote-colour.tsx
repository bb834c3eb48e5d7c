import { createContext, isValidElement, type ReactNode } from 'react';

/** The colour token of whoever a quotation names; undefined leaves it as it is. */
type QuoteColour = (quotation: string) => string | undefined;

export const QuoteColourContext = createContext<QuoteColour>(() => undefined);

/** The words of drawn elements, without their marks. */
export const wordsOf = (node: ReactNode): string => {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  return isValidElement<{ readonly children?: ReactNode }>(node) ? wordsOf(node.props.children) : '';
};
