import type { LiveSignal } from '../../../core/contract/index.ts';

/** Text of a call under way. Times in milliseconds by this page's clock. */
export interface LiveText {
  readonly callId: string;
  readonly text: string;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Growing texts by turn. Readers hear of one turn's text only, and only when `announce` is called: once a frame. */
export const createLiveTexts = () => {
  const texts = new Map<string, LiveText>();
  const listeners = new Map<string, Set<() => void>>();
  const changed = new Set<string>();

  return {
    get: (taskId: string): LiveText | undefined => texts.get(taskId),
    /** Text that comes twice (after a lost connection) is laid over itself; a new call begins anew. */
    take: (delta: LiveSignal, now: number) => {
      const known = texts.get(delta.task_id);
      const same = known !== undefined && known.callId === delta.call_id;
      const before = same ? known.text : '';
      // A reader who came late and was told no beginning sees that there was one.
      const start = delta.offset <= before.length ? before.slice(0, delta.offset) : before || '… ';
      texts.set(delta.task_id, {
        callId: delta.call_id,
        text: start + delta.text + before.slice(delta.offset + delta.text.length),
        firstAt: same ? known.firstAt : now,
        lastAt: now,
      });
      changed.add(delta.task_id);
    },
    drop: (taskId: string) => {
      if (texts.delete(taskId)) changed.add(taskId);
    },
    announce: () => {
      for (const taskId of changed) for (const listener of listeners.get(taskId) ?? []) listener();
      changed.clear();
    },
    subscribe: (taskId: string, listener: () => void): (() => void) => {
      const some = listeners.get(taskId) ?? new Set();
      some.add(listener);
      listeners.set(taskId, some);
      return () => {
        some.delete(listener);
        if (some.size === 0) listeners.delete(taskId);
      };
    },
  };
};
