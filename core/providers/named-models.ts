import { recordOf, textOf } from './untrusted-json.ts';

/** The names in a server's list of models, each once and in order; null for what is no list. */
export const namedModels = (list: unknown, field: 'id' | 'name'): readonly string[] | null => {
  if (!Array.isArray(list)) return null;
  const names = list.map((item) => textOf(recordOf(item)?.[field])).filter((name) => name !== '');
  return [...new Set(names)].sort();
};

/** The shape of OpenAI's list, which most servers share; some send the bare list. */
export const listedModels = (body: unknown): readonly string[] | null =>
  namedModels(recordOf(body)?.['data'] ?? body, 'id');
