/** Takes the data of an event from one version to the next. Pure. */
export type Upcast = (data: unknown) => unknown;

/** Steps by event type and by the version they start from. */
export type Upcasters = Readonly<Record<string, Readonly<Record<number, Upcast>>>>;

/**
 * Every step from an older version of an event to the next one. Nothing has changed its shape so far; the
 * first change adds its step here and a fixture of an old row to the tests, and neither is ever removed.
 */
export const upcasters: Upcasters = {};

export interface Upcasted {
  readonly version: number;
  readonly data: unknown;
}

/** Takes data as far as there are steps. */
export const upcast = (type: string, version: number, data: unknown, steps: Upcasters): Upcasted => {
  let current: Upcasted = { version, data };
  for (let step = steps[type]?.[version]; step; step = steps[type]?.[current.version]) {
    current = { version: current.version + 1, data: step(current.data) };
  }
  return current;
};
