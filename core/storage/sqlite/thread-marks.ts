/** Numbers that the main thread and the writer thread both see at once, without a message. */
export interface ThreadMarks {
  readonly shared: SharedArrayBuffer;

  /** The main thread has posted one more part of a batch. */
  partPosted(): void;
  /** Parts posted so far. */
  readonly parts: number;
  /** Blocks the writer thread until there are more parts than `seen`. */
  awaitPart(seen: number): void;

  /** Whether the main thread looks for commits by itself. */
  look(on: boolean): void;
  /**
   * The writer thread has committed all of its batches up to `through`, and there is nothing else to tell of them.
   * True when the main thread will see that by itself; otherwise it wants a message.
   */
  committed(through: number): boolean;
  /** The writer thread tells what came of its batches up to `through` in a message. */
  told(through: number): void;
  /** Group commits of the writer thread so far. */
  readonly commits: number;
  /** Last batch that is committed, where no message about `first` or a later one is on its way; else 0. */
  committedFrom(first: number): number;
}

const PARTS = 0;
const COMMITTED = 1;
const TOLD = 2;
const LOOKS = 3;
const COMMITS = 4;
const COUNT = 5;

/** A mark is stored before the one that speaks of it is read, on both sides: neither can miss the other's. */
export const threadMarks = (
  shared = new SharedArrayBuffer(COUNT * Int32Array.BYTES_PER_ELEMENT),
): ThreadMarks => {
  const marks = new Int32Array(shared);
  return {
    shared,
    partPosted: () => {
      Atomics.add(marks, PARTS, 1);
      Atomics.notify(marks, PARTS);
    },
    get parts() {
      return Atomics.load(marks, PARTS);
    },
    awaitPart: (seen) => {
      Atomics.wait(marks, PARTS, seen);
    },
    look: (on) => {
      Atomics.store(marks, LOOKS, on ? 1 : 0);
    },
    get commits() {
      return Atomics.load(marks, COMMITS);
    },
    committed: (through) => {
      Atomics.add(marks, COMMITS, 1);
      Atomics.store(marks, COMMITTED, through);
      return Atomics.load(marks, LOOKS) === 1;
    },
    told: (through) => {
      Atomics.add(marks, COMMITS, 1);
      Atomics.store(marks, TOLD, through);
    },
    committedFrom: (first) => {
      const committed = Atomics.load(marks, COMMITTED);
      return Atomics.load(marks, TOLD) >= first ? 0 : committed;
    },
  };
};
