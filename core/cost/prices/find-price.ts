import type { ModelPrice } from '../../contract/index.ts';
import type { PriceTable } from './price-table.ts';

/** A model as the user names it, taken apart. */
export interface PricedName {
  /** Kind of provider: `openai`, `azure`, `anthropic`, `huggingface`; others have no table. */
  readonly type: string;
  /** The provider's own name of it: `gpt-4o-2024-08-06`, `Qwen/QwQ-32B:nebius`. */
  readonly model: string;
}

/**
 * The price of a model, or null where the table does not know it. The exact name counts; without it the same
 * name in other letters, then the name without the date of its snapshot. A Hugging Face model has the price of
 * the provider that the name asks the router for; without one nobody knows who will answer.
 */
export const findPrice = (table: PriceTable, { type, model }: PricedName): ModelPrice | null => {
  if (type === 'huggingface') return routedPrice(table, model);
  const models = ownMember(table.providers, type);
  if (!models) return null;
  for (const name of namesOf(model)) {
    const found = ownMember(models, name) ?? byLowerCase(models, name);
    if (found) return { table: table.table, ...found };
  }
  return null;
};

type Models = PriceTable['providers'][string];

const ownMember = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const byLowerCase = (models: Models, name: string): Models[string] | undefined => {
  const wanted = name.toLowerCase();
  const key = Object.keys(models).find((one) => one.toLowerCase() === wanted);
  return key === undefined ? undefined : models[key];
};

/** `-2024-08-06`, `-20250929`, `@20250929` at the end of a name. */
const SNAPSHOT = /[-@](?:20\d{2}-\d{2}-\d{2}|20\d{6})$/;

const namesOf = (model: string): readonly string[] => {
  // A tuned model costs what its kind costs: `ft:gpt-4o-2024-08-06:org::id`.
  const tuned = /^(ft:[^:]+)/.exec(model)?.[1];
  const name = tuned ?? model;
  const undated = name.replace(SNAPSHOT, '').replace(/-latest$/, '');
  return undated === name || undated === '' ? [name] : [name, undated];
};

const routedPrice = (table: PriceTable, model: string): ModelPrice | null => {
  const colon = model.lastIndexOf(':');
  const models = colon < 0 ? undefined : ownMember(table.providers, model.slice(colon + 1).toLowerCase());
  // The kinds of provider that are not behind the router have no slash in the names of their models.
  if (!models) return null;
  const wanted = model.slice(0, colon).toLowerCase();
  const exact = byLowerCase(models, wanted);
  if (exact) return { table: table.table, ...exact };
  const last = lastPart(wanted);
  const alike = Object.keys(models).filter((key) => lastPart(key.toLowerCase()) === last);
  const [only] = alike;
  const found = alike.length === 1 && only !== undefined ? models[only] : undefined;
  return found ? { table: table.table, ...found } : null;
};

const lastPart = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
