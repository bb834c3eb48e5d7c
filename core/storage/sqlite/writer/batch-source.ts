import type { OperationOutcome, ToWriter } from '../messages.ts';
import { COMMITTED, type GroupItem, type GroupSource } from './commit-group.ts';

type Batch = Extract<ToWriter, { kind: 'batch' }>;

export interface Inbox {
  /** The next message that has come in, without waiting. */
  receive(): ToWriter | undefined;
  /** Waits for the next part of a batch that has begun. */
  waitForPart(): ToWriter;
}

/** Operations in one group; more wait for the next, so that the first are not kept from their commit. */
const MOST_OPERATIONS = 4_096;
/** Values of rows in one group: a longer one outgrows the caches of the database and is committed no faster. */
const MOST_VALUES = 40_000;

/** Feeds a group with the batch that began it and with all that has come in until it is about to commit. */
export interface BatchSource extends GroupSource {
  /** Last batch of the group. */
  readonly through: number;
  /** A message that is not for this group. */
  readonly held: ToWriter | undefined;
  readonly items: readonly GroupItem[];
  outcomes(): readonly OperationOutcome[];
}

export const openBatchSource = (first: Batch, inbox: Inbox): BatchSource => {
  const items: GroupItem[] = [];
  const calledOff = new Set<number>();
  let part: Batch = first;
  /** Place of the next operation in its message, and of that message's first one in its batch. */
  let index = 0;
  let offset = 0;
  let values = 0;
  let held: ToWriter | undefined;

  /** The message to go on with; undefined at the end of the group. */
  const nextPart = (): Batch | undefined => {
    const goesOn = part.part === 'more';
    if (!goesOn && (items.length >= MOST_OPERATIONS || values >= MOST_VALUES)) return undefined;
    const message = goesOn ? inbox.waitForPart() : inbox.receive();
    if (!message) return undefined;
    if (message.kind !== 'batch') {
      held = message;
      return undefined;
    }
    offset = goesOn ? offset + part.operations.length : 0;
    if (message.part === 'abort') calledOff.add(message.number);
    return message;
  };

  return {
    get through() {
      return part.number;
    },
    get held() {
      return held;
    },
    items,
    calledOff,
    next: () => {
      while (index >= part.operations.length) {
        if (held) return null;
        const message = nextPart();
        if (!message) return null;
        part = message;
        index = 0;
      }
      const operation = part.operations[index];
      if (!operation) return null;
      const item: GroupItem = { operation, batch: part.number, index: offset + index, outcome: null };
      items.push(item);
      if (operation.kind === 'append') values += operation.rows.length;
      index += 1;
      return item;
    },
    outcomes: () =>
      items.flatMap(({ batch, index: place, outcome }) =>
        outcome && outcome !== COMMITTED ? [{ batch, index: place, outcome }] : [],
      ),
  };
};
