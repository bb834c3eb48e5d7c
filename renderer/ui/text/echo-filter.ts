/** Texts that an editor told of itself, until they come back as its value. */
export interface EchoFilter {
  readonly told: (text: string) => void;
  /** True for a value that is only the editor's own words coming back, maybe several keys late. */
  readonly isEcho: (value: string) => boolean;
}

/** Without it, a value that comes back late would undo what was typed meanwhile. */
export const createEchoFilter = (): EchoFilter => {
  let waiting: string[] = [];
  return {
    told: (text) => {
      waiting.push(text);
    },
    isEcho: (value) => {
      const place = waiting.indexOf(value);
      if (place < 0) {
        waiting = [];
        return false;
      }
      waiting = waiting.slice(place + 1);
      return true;
    },
  };
};
