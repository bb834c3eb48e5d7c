/** More nodes than this are refused, with those of the graphs used by name: no reader can do anything with them. */
export const MAX_NODES = 100_000;
/** Longest id and name in UTF-16 units. */
export const MAX_ID = 200;
/** Longest prompt in UTF-16 units. */
export const MAX_PROMPT = 100_000;
/** Who does a task that names no agent. */
export const DEFAULT_AGENT = 'Planner';
/** Most items of a map that sets no bound of its own. */
export const DEFAULT_ITEMS = 100;
