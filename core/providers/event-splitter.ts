/** One event of a stream of server-sent events. */
export interface SentEvent {
  /** Empty where the server gave none. */
  readonly name: string;
  /** Its lines of data, joined by line ends. */
  readonly data: string;
}

export interface EventSplitter {
  /** The events that this text completes. An event that no blank line follows is none. */
  readonly add: (text: string) => readonly SentEvent[];
}

const valueAfter = (line: string, colon: number): string =>
  line.slice(line.charCodeAt(colon + 1) === 0x20 ? colon + 2 : colon + 1);

/**
 * Finds the events in the decoded text of a body, as the HTML standard splits them (section 9.2.6): lines end
 * with LF, CR or both, comments and other fields are passed over, an event without data is none.
 */
export const eventSplitter = (): EventSplitter => {
  /** The beginning of a line whose end has not come. */
  let rest = '';
  let name = '';
  let data: string | null = null;
  /** The text before ended with CR: a LF that follows belongs to it. */
  let afterReturn = false;

  const addField = (line: string) => {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    if (field === 'event') name = colon < 0 ? '' : valueAfter(line, colon);
    if (field !== 'data') return;
    const value = colon < 0 ? '' : valueAfter(line, colon);
    data = data === null ? value : `${data}\n${value}`;
  };
  const withOneLineEnd = (text: string): string => {
    const own = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
    if (text !== '') afterReturn = text.endsWith('\r');
    return own.includes('\r') ? own.replace(/\r\n?/g, '\n') : own;
  };

  return {
    add: (text) => {
      const added = withOneLineEnd(text);
      // To look for a line end in all that waits would be to look through a long line once for each piece.
      if (!added.includes('\n')) {
        rest += added;
        return [];
      }
      const all = rest + added;
      const events: SentEvent[] = [];
      let start = 0;
      for (let end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', start)) {
        if (end > start) {
          addField(all.slice(start, end));
        } else {
          if (data !== null) events.push({ name, data });
          name = '';
          data = null;
        }
        start = end + 1;
      }
      rest = all.slice(start);
      return events;
    },
  };
};
