/** The entry of a record whose names are any text: `constructor` is no name that nobody gave. */
export const named = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
