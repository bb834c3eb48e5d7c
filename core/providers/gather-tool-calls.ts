import type { StreamPart } from './chat-model.ts';

interface GrowingCall {
  id: string;
  name: string;
  arguments: string;
}

/** Tool calls whose arguments come in pieces, in the order in which they began. */
export interface ToolCallGatherer {
  /** Begins a call under a key, or gives a begun one the id and name that were still missing. */
  readonly begin: (key: string | number, id: string, name: string) => void;
  readonly add: (key: string | number, piece: string) => void;
  /** Puts the whole arguments in place of the pieces. */
  readonly replace: (key: string | number, whole: string) => void;
  readonly count: () => number;
  /** `cut`: the answer broke off, so what has not come may still have been meant to come. */
  readonly parts: (cut?: 'cut') => readonly StreamPart[];
}

/** False for arguments that the end of the answer has cut: such a call is never run. */
const isWhole = (json: string): boolean => {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
};

export const gatherToolCalls = (): ToolCallGatherer => {
  const calls = new Map<string | number, GrowingCall>();
  return {
    begin: (key, id, name) => {
      const call = calls.get(key);
      if (!call) calls.set(key, { id, name, arguments: '' });
      else {
        call.id ||= id;
        call.name ||= name;
      }
    },
    add: (key, piece) => {
      const call = calls.get(key);
      if (call) call.arguments += piece;
    },
    replace: (key, whole) => {
      const call = calls.get(key);
      if (call) call.arguments = whole;
    },
    count: () => calls.size,
    parts: (cut) =>
      [...calls.values()].map((call, position) => {
        // Some servers send nothing at all for a tool without parameters, and some give no ids.
        const text = call.arguments === '' && !cut ? '{}' : call.arguments;
        const id = call.id || `call_${position + 1}`;
        return { kind: 'tool-call', call: { id, name: call.name, arguments: text, complete: isWhole(text) } };
      }),
  };
};
