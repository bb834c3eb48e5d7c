import { eventCatalog } from '../contract/index.ts';
import { type Upcasters, upcast } from './upcasters.ts';

/** Newest version of every event type and how its data is checked. */
export interface EventCatalog {
  readonly [type: string]: {
    readonly version: number;
    readonly data: {
      readonly safeParse: (data: unknown) => { readonly success: boolean; readonly error?: Error };
    };
  };
}

export type DecodedRow =
  /** `text` is the data in its newest version, as JSON. */
  | { readonly kind: 'event'; readonly version: number; readonly text: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/**
 * A stored row as an event of the newest version. The data is checked and given back as it was stored: what
 * a schema does not know is kept, so that a replay compares what was recorded.
 */
export const decodeRow = (
  row: { readonly type: string; readonly version: number; readonly data: string },
  steps: Upcasters,
  catalog: EventCatalog = eventCatalog,
): DecodedRow => {
  const entry = Object.hasOwn(catalog, row.type) ? catalog[row.type] : undefined;
  if (!entry) return unreadable(`its type "${row.type}" is not known`);
  if (row.version > entry.version) {
    return unreadable(`its version ${row.version} is newer than this app, which knows ${entry.version}`);
  }
  let data: unknown;
  try {
    data = JSON.parse(row.data);
  } catch {
    return unreadable('its data is not JSON');
  }
  if (row.version < entry.version) {
    try {
      const newer = upcast(row.type, row.version, data, steps);
      if (newer.version !== entry.version) {
        return unreadable(`nothing leads from its version ${newer.version} to version ${entry.version}`);
      }
      data = newer.data;
    } catch {
      return unreadable(`its data does not have the shape of version ${row.version}`);
    }
  }
  const checked = entry.data.safeParse(data);
  if (!checked.success) {
    return unreadable(`its data does not have the shape of a ${row.type}: ${firstLine(checked.error)}`);
  }
  const text = row.version === entry.version ? row.data : JSON.stringify(data);
  return { kind: 'event', version: entry.version, text };
};

const unreadable = (message: string): DecodedRow => ({ kind: 'unreadable', message });

/** The first issue of a zod error as a path and a sentence. */
const firstLine = (error: Error | undefined): string => {
  const [issue] =
    (error as { issues?: readonly { path: readonly PropertyKey[]; message: string }[] } | undefined)
      ?.issues ?? [];
  return issue ? `${issue.path.map(String).join('.') || 'data'}: ${issue.message}` : 'unknown reason';
};
