/** First in, first out, each step at the same cost however long it is. */
export interface Queue<T> {
  readonly push: (item: T) => void;
  readonly peek: () => T | undefined;
  readonly shift: () => void;
  /** Keeps only what passes. */
  readonly filter: (keep: (item: T) => boolean) => void;
}

export const createQueue = <T>(): Queue<T> => {
  let items: T[] = [];
  let head = 0;
  return {
    push: (item) => {
      items.push(item);
    },
    peek: () => items[head],
    shift: () => {
      head += 1;
      if (head < 1024 || head * 2 < items.length) return;
      items = items.slice(head);
      head = 0;
    },
    filter: (keep) => {
      items = items.slice(head).filter(keep);
      head = 0;
    },
  };
};
