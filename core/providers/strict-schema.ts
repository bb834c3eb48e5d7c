import { listOf, recordOf } from './untrusted-json.ts';

/**
 * True for a JSON Schema that can be enforced word for word: every object lists all of its properties as
 * required and allows no others. Servers refuse the strict mode for any other.
 */
export const isStrictSchema = (schema: unknown): boolean => {
  const node = recordOf(schema);
  if (!node) return true;
  const properties = recordOf(node['properties']);
  if (properties || node['type'] === 'object') {
    const required = new Set(listOf(node['required']));
    const closed = node['additionalProperties'] === false;
    if (!closed || !Object.keys(properties ?? {}).every((name) => required.has(name))) return false;
  }
  const children = [
    ...Object.values(properties ?? {}),
    ...Object.values(recordOf(node['$defs']) ?? {}),
    ...listOf(node['anyOf']),
    node['items'],
  ];
  return children.every(isStrictSchema);
};
