/** A page has no `setImmediate`; its shortest timer does the same, later. */
const { setImmediate: next = (callback: () => void) => setTimeout(callback, 0) } = globalThis as {
  readonly setImmediate?: (callback: () => void) => unknown;
};

/** Calls back when the timers and messages that are due have had their turn. It tells no time and makes no wait. */
export const afterTurn = (callback: () => void): void => {
  next(callback);
};
