import type { PlanItem } from './plan-items.ts';

/** Longest id of a planned node, in UTF-16 units; it becomes part of longer ones. */
const MAX_PLANNED_ID = 60;

/** A planner's id as one that can stand in a path of ids: letters, digits, `.`, `_` and `-`. */
export const plannedId = (text: string): string =>
  text
    .slice(0, MAX_PLANNED_ID * 4)
    .trim()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, MAX_PLANNED_ID)
    .toWellFormed()
    .replace(/[-.\ufffd]+$/, '');

export interface NamedItem extends PlanItem {
  readonly id: string;
  /** What it was called before, where that was said of another item too. */
  readonly renamedFrom: string | null;
}

/** Every item with an id of its own; `taken` are ids that stand for something else already. */
export const namedItems = (items: readonly PlanItem[], taken: readonly string[]): readonly NamedItem[] => {
  const used = new Set(taken);
  const next = new Map<string, number>();
  const own = (wanted: string): string => {
    let id = wanted;
    for (let count = next.get(wanted) ?? 2; used.has(id); count += 1) {
      id = `${wanted}-${count}`;
      next.set(wanted, count + 1);
    }
    used.add(id);
    return id;
  };
  return items.map((item, index) => {
    const written = plannedId(item.id ?? '') || plannedId(item.title ?? '') || `task-${index + 1}`;
    const id = own(written);
    return { ...item, id, renamedFrom: id === written ? null : written };
  });
};

/** Finds the item that a dependency means: by id as it was written, by its id now, by its title; of equals the first. */
export const itemFinder = (items: readonly NamedItem[], originals: readonly PlanItem[]) => {
  const byName = new Map<string, string>();
  const keep = (name: string | null, id: string) => {
    const key = name === null ? '' : looseName(name);
    if (key !== '' && !byName.has(key)) byName.set(key, id);
  };
  for (const [index, { id }] of items.entries()) keep(originals[index]?.id ?? null, id);
  for (const { id } of items) keep(id, id);
  for (const { id, title } of items) keep(title, id);
  return (name: string): string | undefined => byName.get(looseName(name));
};

const looseName = (name: string): string =>
  name
    .slice(0, 500)
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
