import { type ChatMessage, estimateTokens } from '../../contract/index.ts';

export interface StubStyle {
  readonly name: string;
  readonly intensity: 'sparing' | 'moderate' | 'strong';
}

/** Something a speaker said, as the prompt tells it. */
export interface StubHeard {
  readonly agent: string;
  readonly round: number;
  readonly confidence: number | null;
  /** A position in one line, or a whole turn in Markdown. */
  readonly text: string;
}

/** Words of a person. */
export interface StubWords {
  readonly from: string;
  readonly round: number;
  /** Nobody else heard them. */
  readonly whisper: boolean;
  readonly text: string;
}

export interface StubOption {
  readonly id: string;
  readonly text: string;
  readonly by: string | null;
}

/** Somebody whom a plan may give work to. */
export interface StubMember {
  readonly name: string;
  readonly description: string;
}

/** What a task that waited for others is given along. */
export interface StubResult {
  readonly title: string;
  readonly text: string;
}

/** What a planner is told beside the goal. */
export interface StubPlanning {
  readonly team: readonly StubMember[];
  readonly maxNodes: number;
  readonly mayDelegate: boolean;
  /** True where a plan was carried out before and something is left to do. */
  readonly again: boolean;
}

/** How a vote came out. */
export interface StubVote {
  /** The text of the option that was decided; undefined where none was. */
  readonly decided: string | undefined;
  /** Figures of all options, like `A 2, B 1`. */
  readonly counts: string;
}

/** What the stubs find in a real prompt. A prompt without our sections is a bare task for one speaker. */
export interface StubPrompt {
  readonly speaker: string;
  readonly task: string;
  readonly round: number;
  readonly maxRounds: number;
  readonly topic: string;
  readonly styles: readonly StubStyle[];
  readonly speakers: readonly string[];
  readonly positions: readonly StubHeard[];
  readonly own: StubHeard | undefined;
  readonly fresh: readonly StubHeard[];
  /** Words of people, newest last. */
  readonly people: readonly StubWords[];
  readonly options: readonly StubOption[];
  readonly candidates: readonly string[];
  /** Undefined where no vote was counted. */
  readonly vote: StubVote | undefined;
  readonly results: readonly StubResult[];
  /** Undefined where no plan is asked for. */
  readonly planning: StubPlanning | undefined;
  /** True when the answer's form asks for a ranking and not for one option. */
  readonly ranked: boolean;
  /** True when the answer's form asks for a closing JSON block. */
  readonly wantsJson: boolean;
  /** What a task is to give: words, or nothing but a list or JSON. */
  readonly expects: 'text' | 'list' | 'json';
  /** Estimated tokens of all messages. */
  readonly tokens: number;
  /** The last user message as it is. */
  readonly lastUserMessage: string;
}

const unquoted = (text: string): string =>
  text.startsWith('| ') ? text.slice(2).replaceAll('\n| ', '\n') : text;

/** Sections of a message by heading. Quoted lines never begin with `##`, so only our headings match. */
const sectionsOf = (message: string): ReadonlyMap<string, string> => {
  const sections = new Map<string, string>();
  for (let at = message.startsWith('## ') ? 3 : afterMark(message, 0); at > 0; ) {
    const next = afterMark(message, at);
    const end = next < 0 ? message.length : next - SECTION_MARK.length;
    const lineEnd = message.indexOf('\n', at);
    if (lineEnd > 0 && lineEnd < end)
      sections.set(message.slice(at, lineEnd), message.slice(lineEnd + 1, end));
    at = next;
  }
  return sections;
};

const SECTION_MARK = '\n\n## ';

/** The place behind the next section mark; -1 where there is none. */
const afterMark = (message: string, from: number): number => {
  const at = message.indexOf(SECTION_MARK, from);
  return at < 0 ? -1 : at + SECTION_MARK.length;
};

const styleLine = /^- ([a-z]+) \((sparing|moderate|strong)\): /;
const turnLine = /^Round (\d+) of (\d+)\. Phase: [a-z]+\. Task: ([a-z]+)\. Speaker: ([\w-]+)\./;
const positionLine = /^\| ([\w-]+), round (\d+), (?:confidence ([\d.]+)|no confidence given): (.*)$/;
const headingLine = /^([\w-]+), round (\d+), [a-z]+, (?:confidence ([\d.]+)|no confidence given):$/;
const personLine = /^(user|moderator), round (\d+), to [\w-]+( alone \(do not quote it\))?:$/;
const optionLine = /^\| ([\w-]+)\. (.*?)(?: \(by ([\w-]+)\))?$/;

const confidenceOf = (digits: string | undefined) => (digits === undefined ? null : Number(digits));

const linesOf = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split('\n'));

const STYLE_HEADING = '\n\n## Style\n';

const stylesOf = (system: string): readonly StubStyle[] => {
  const start = system.lastIndexOf(STYLE_HEADING);
  if (start < 0) return [];
  const styles: StubStyle[] = [];
  for (const line of system.slice(start + STYLE_HEADING.length).split('\n')) {
    const found = styleLine.exec(line);
    if (!found) break;
    styles.push({ name: found[1] as string, intensity: found[2] as StubStyle['intensity'] });
  }
  return styles;
};

interface SystemFacts {
  readonly styles: readonly StubStyle[];
  readonly ranked: boolean;
  readonly wantsJson: boolean;
  readonly expects: StubPrompt['expects'];
  readonly tokens: number;
}

const expectsOf = (system: string): StubPrompt['expects'] => {
  if (system.endsWith('fenced by ```json and nothing else.')) return 'json';
  return system.includes('\nWrite a list and nothing else: ') ? 'list' : 'text';
};

/** System messages that are kept: an agent sends the same one round after round. */
const MOST_KEPT = 256;
const kept = new Map<string, SystemFacts>();

const systemFacts = (system: string): SystemFacts => {
  const before = kept.get(system);
  if (before) return before;
  const facts: SystemFacts = {
    styles: stylesOf(system),
    ranked: system.includes('`**Ranking:** `'),
    wantsJson: system.includes('fenced by ```json'),
    expects: expectsOf(system),
    tokens: estimateTokens(system),
  };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(system, facts);
  return facts;
};

/** Framing that a chat template adds to a message. */
const MESSAGE_TOKENS = 4;

const tokensOf = (messages: readonly ChatMessage[], system: string, facts: SystemFacts): number => {
  let sum = 0;
  for (const { content } of messages) {
    sum += MESSAGE_TOKENS + (content === system ? facts.tokens : estimateTokens(content));
  }
  return sum;
};

const positionsOf = (text: string | undefined): readonly StubHeard[] =>
  linesOf(text).flatMap((line) => {
    const found = positionLine.exec(line);
    if (!found) return [];
    const [, agent = '', round = '0', confidence, words = ''] = found;
    return [{ agent, round: Number(round), confidence: confidenceOf(confidence), text: words }];
  });

const freshOf = (text: string | undefined): readonly StubHeard[] => {
  if (text === undefined) return [];
  return text.split('\n\n').flatMap((piece) => {
    const lineEnd = piece.indexOf('\n');
    const found = headingLine.exec(lineEnd < 0 ? piece : piece.slice(0, lineEnd));
    if (!found) return [];
    const [, agent = '', round = '0', confidence] = found;
    const words = lineEnd < 0 ? '' : unquoted(piece.slice(lineEnd + 1));
    return [{ agent, round: Number(round), confidence: confidenceOf(confidence), text: words }];
  });
};

const peopleOf = (text: string | undefined): StubPrompt['people'] => {
  const people: { from: string; round: number; whisper: boolean; text: string }[] = [];
  for (const line of linesOf(text)) {
    const last = people.at(-1);
    const heading = personLine.exec(line);
    if (heading) {
      const [, from = '', round, alone] = heading;
      people.push({ from, round: Number(round), whisper: alone !== undefined, text: '' });
    } else if (line.startsWith('| ') && last) last.text += (last.text === '' ? '' : '\n') + line.slice(2);
  }
  return people;
};

const optionsOf = (text: string | undefined): readonly StubOption[] =>
  linesOf(text).flatMap((line) => {
    const found = optionLine.exec(line);
    return found ? [{ id: found[1] as string, text: found[2] as string, by: found[3] ?? null }] : [];
  });

const countLine = /^\| ([\w-]+)\. (.*?)(?: \(by [\w-]+\))?: ([\d.]+)$/;

const voteOf = (text: string | undefined): StubVote | undefined => {
  if (text === undefined) return undefined;
  const found = linesOf(text).flatMap((line) => {
    const [, id = '', option = '', count = ''] = countLine.exec(line) ?? [];
    return id === '' ? [] : [{ id, option, count }];
  });
  const decided = /^Decided: ([\w-]+)[.,]/m.exec(text)?.[1];
  return {
    decided: found.find(({ id }) => id === decided)?.option,
    counts: found.map(({ id, count }) => `${id} ${count}`).join(', '),
  };
};

const namesOf = (text: string | undefined): readonly string[] =>
  text === undefined ? [] : text.split(', ').filter((name) => /^[\w-]+$/.test(name));

const resultsOf = (sections: ReadonlyMap<string, string>): readonly StubResult[] =>
  [...sections].flatMap(([heading, text]) =>
    heading.startsWith('Result: ') ? [{ title: heading.slice('Result: '.length), text: unquoted(text) }] : [],
  );

const memberLine = /^- ([\w-]+):\s?(.*)$/;

const planningOf = (sections: ReadonlyMap<string, string>): StubPlanning | undefined => {
  const bounds = sections.get('Bounds');
  if (bounds === undefined) return undefined;
  const team = linesOf(sections.get('Team')).flatMap((line) => {
    const found = memberLine.exec(line);
    return found ? [{ name: found[1] as string, description: found[2] as string }] : [];
  });
  return {
    team,
    maxNodes: Number(/ At most (\d+) tasks?\./.exec(bounds)?.[1] ?? 1),
    mayDelegate: bounds.includes('"kind": "delegate"'),
    again: !bounds.startsWith('Plan the whole goal.'),
  };
};

const lastOf = (messages: readonly ChatMessage[], role: ChatMessage['role']): string => {
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index] as ChatMessage;
    if (message.role === role) return message.content;
  }
  return '';
};

/** Reads the prompt that `buildPrompt` writes; any other prompt becomes a task whose topic is the last message. */
export const readPrompt = (messages: readonly ChatMessage[]): StubPrompt => {
  const system = lastOf(messages, 'system');
  const facts = systemFacts(system);
  const user = lastOf(messages, 'user');
  const sections = sectionsOf(user);
  const turn = turnLine.exec(sections.get('Your turn') ?? '');
  const [, round = '1', maxRounds = '1', task = 'answer', speaker = 'Assistant'] = turn ?? [];
  const ownHeading = [...sections.keys()].find((heading) => heading.startsWith('Your last turn (round '));
  return {
    speaker,
    task,
    round: Number(round),
    maxRounds: Number(maxRounds),
    topic: turn ? unquoted(sections.get('Topic') ?? sections.get('Task') ?? '') : user,
    styles: facts.styles,
    speakers: namesOf(sections.get('Speakers')),
    positions: positionsOf(sections.get('Positions so far')),
    own: ownHeading
      ? {
          agent: speaker,
          round: Number.parseInt(ownHeading.slice('Your last turn (round '.length), 10),
          confidence: null,
          text: unquoted(sections.get(ownHeading) ?? ''),
        }
      : undefined,
    fresh: freshOf(sections.get('Since you last spoke')),
    people: peopleOf(sections.get('From people')),
    options: optionsOf(sections.get('Options')),
    candidates: namesOf(sections.get('Candidates')),
    vote: voteOf(sections.get('Result of the vote')),
    results: resultsOf(sections),
    planning: planningOf(sections),
    ranked: facts.ranked,
    wantsJson: facts.wantsJson,
    expects: facts.expects,
    tokens: tokensOf(messages, system, facts),
    lastUserMessage: user,
  };
};
