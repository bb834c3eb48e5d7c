import type { NodeValue } from '../../../../../core/contract/index.ts';

interface OutputText {
  readonly text: string;
  readonly form: 'markdown' | 'json';
}

/** An output as a person reads it: a list of texts is a numbered list. */
export const outputText = (value: NodeValue): OutputText => {
  if (typeof value === 'string') return { text: value, form: 'markdown' };
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
    const items = value.map((item, index) => `${index + 1}. ${item.replaceAll(/\n/g, '\n   ')}`);
    return { text: items.join('\n'), form: 'markdown' };
  }
  return { text: JSON.stringify(value, null, 2), form: 'json' };
};
