import type { NodeValue } from '../../../contract/index.ts';

/** A value as it stands in a prompt: words as they are, a list as a list, anything else as JSON. */
export const valueText = (value: NodeValue | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return listText(value.map(itemText));
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
};

const itemText = (item: NodeValue): string => (typeof item === 'string' ? item : JSON.stringify(item));

const listText = (items: readonly string[]): string =>
  items.some((item) => item.includes('\n'))
    ? items.map((item, index) => `${index + 1}.\n${item}`).join('\n\n')
    : items.map((item) => `- ${item}`).join('\n');

/** The items that a map or a reduce goes over: of a list its items, of any other value that one. */
export const itemsOf = (value: NodeValue | undefined): readonly NodeValue[] => {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
};
