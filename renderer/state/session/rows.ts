import type {
  IncompleteTurn,
  Notice,
  RunningTurn,
  SessionSnapshot,
  TurnHeader,
  TurnKind,
} from '../../../core/contract/index.ts';

export type StageView = SessionSnapshot['rounds'][number];
export type ConvergenceView = SessionSnapshot['convergence'][number];
export type VoteView = SessionSnapshot['votes'][number];
export type EndView = NonNullable<SessionSnapshot['ended']>;

interface EntryPlace {
  readonly taskId: string;
  readonly agent: string;
  /** Node of a task graph that it works on. */
  readonly node?: string | undefined;
  readonly round: number;
  readonly speakerIndex: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
}

/** A turn in one of its three states; the row keeps its place and its key from start to end. */
export type TurnEntry = EntryPlace &
  (
    | { readonly kind: 'finished'; readonly header: TurnHeader }
    | {
        readonly kind: 'running';
        readonly running: RunningTurn;
        /** Nothing is asked for it until the session is resumed. */
        readonly waits: boolean;
      }
    | { readonly kind: 'incomplete'; readonly turn: IncompleteTurn }
  );

/** One line of the transcript. */
export type Row =
  | {
      readonly kind: 'stage';
      readonly key: string;
      readonly stage: StageView;
      readonly convergence: readonly ConvergenceView[];
    }
  | { readonly kind: 'turn'; readonly key: string; readonly entry: TurnEntry }
  /** Turns beside each other, because they are spoken at once or because lanes are wanted. */
  | { readonly kind: 'abreast'; readonly key: string; readonly entries: readonly TurnEntry[] }
  | { readonly kind: 'notice'; readonly key: string; readonly notice: Notice }
  | { readonly kind: 'tally'; readonly key: string; readonly vote: VoteView }
  | { readonly kind: 'end'; readonly key: string; readonly ended: EndView };

export type Arrangement = 'chat' | 'lanes';

interface StageContent {
  readonly stage: StageView;
  readonly entries: TurnEntry[];
  readonly notices: Notice[];
}

/** The transcript as rows, from the top. Linear in the number of turns. */
export const layoutRows = (view: SessionSnapshot, arrangement: Arrangement): readonly Row[] => {
  if (view.rounds.length === 0) return rowsInTime(view);
  const { before, stages } = sortIntoStages(view);
  const convergence = groupBy(view.convergence, (measured) => measured.round);
  const votes = groupBy(view.votes, (vote) => vote.opened.round);
  const rows: Row[] = before.map(noticeRow);
  stages.forEach((content, index) => {
    const { round, seq } = content.stage;
    const isLastOfRound = stages[index + 1]?.stage.round !== round;
    rows.push({
      kind: 'stage',
      key: `stage-${seq}`,
      stage: content.stage,
      convergence: isLastOfRound ? (convergence.get(round) ?? []) : [],
    });
    const ballots = isLastOfRound ? (votes.get(round) ?? []).map(tallyRow) : [];
    rows.push(...withTallies(contentRows(content, arrangement), ballots));
  });
  if (view.ended !== null) rows.push({ kind: 'end', key: 'end', ended: view.ended });
  return rows;
};

/** Where there are no stages, as in a task graph: turns in the order in which they began. */
const rowsInTime = (view: SessionSnapshot): readonly Row[] => {
  const entries = entriesOf(view).toSorted((one, other) => one.startedAt - other.startedAt);
  const notices = view.notices.filter((notice) => !isToldByItsTurn(notice, view.incomplete));
  const rows = [...weave(entries, notices)];
  if (view.ended !== null) rows.push({ kind: 'end', key: 'end', ended: view.ended });
  return rows;
};

const noticeRow = (notice: Notice): Row => ({
  kind: 'notice',
  key: `notice-${notice.seq}-${notice.kind}`,
  notice,
});
const tallyRow = (vote: VoteView, index: number): Row => ({
  kind: 'tally',
  key: `tally-${vote.opened.round}-${index}`,
  vote,
});
const turnRow = (entry: TurnEntry): Row => ({ kind: 'turn', key: entryKey(entry), entry });

/** A turn that is tried again after a crash may keep its id; what was left of the first try is another row. */
export const entryKey = (entry: TurnEntry): string =>
  entry.kind === 'incomplete' ? `${entry.taskId}-incomplete-${entry.turn.at}` : entry.taskId;

const sortIntoStages = (view: SessionSnapshot) => {
  const stages: StageContent[] = view.rounds.map((stage) => ({ stage, entries: [], notices: [] }));
  const byRound = groupBy(stages, ({ stage }) => stage.round);
  const latest = (round: number, fits: (stage: StageView) => boolean): StageContent | undefined => {
    const some = byRound.get(round) ?? [];
    return some.findLast(({ stage }) => fits(stage)) ?? some[0] ?? stages.at(-1);
  };
  for (const entry of entriesOf(view)) {
    latest(entry.round, (stage) => beganBefore(stage, entry))?.entries.push(entry);
  }
  const before: Notice[] = [];
  let place = -1;
  for (const notice of view.notices) {
    if (isToldByItsTurn(notice, view.incomplete)) continue;
    while ((stages[place + 1]?.stage.seq ?? Number.POSITIVE_INFINITY) < notice.seq) place += 1;
    (stages[place]?.notices ?? before).push(notice);
  }
  return { before, stages };
};

/** The row of an unfinished turn says itself why it has no end. */
const isToldByItsTurn = (notice: Notice, incomplete: readonly IncompleteTurn[]): boolean =>
  notice.kind === 'failure' && incomplete.some(({ agent, at }) => agent === notice.agent && at === notice.at);

/** A ballot may share the number of its round: the stage a turn belongs to is the last that began before it. */
const beganBefore = (stage: StageView, entry: TurnEntry): boolean => {
  if (entry.kind === 'finished') return stage.seq < entry.header.seq;
  return entry.kind === 'running' || stage.at <= entry.turn.at;
};

const entriesOf = (view: SessionSnapshot): readonly TurnEntry[] => {
  const others = [
    ...view.turns.map(finishedEntry),
    ...view.running.map((running) =>
      view.status === 'interrupted' ? givenUp(running) : runningEntry(running, view.status === 'paused'),
    ),
  ];
  const started = new Map(others.map(({ taskId, startedAt }) => [taskId, startedAt]));
  return [...view.incomplete.map((turn) => incompleteEntry(turn, started.get(turn.task_id))), ...others];
};

const finishedEntry = (header: TurnHeader): TurnEntry => ({
  kind: 'finished',
  taskId: header.task_id,
  agent: header.agent,
  node: header.node,
  round: header.round,
  speakerIndex: header.speaker_index,
  startedAt: header.completed_at - header.latency_ms,
  header,
});

/** When a try began is not kept: it stands before the one that was made instead and before what ended it. */
const incompleteEntry = (turn: IncompleteTurn, nextStartedAt = turn.at): TurnEntry => ({
  kind: 'incomplete',
  taskId: turn.task_id,
  agent: turn.agent,
  node: turn.node,
  round: turn.round,
  speakerIndex: turn.speaker_index,
  startedAt: Math.min(turn.at, nextStartedAt) - 1,
  turn,
});

/** Why a turn stands still whose process is gone. */
export const PROCESS_ENDED = 'The process ended while this turn was running; resuming asks again.';

const givenUp = (running: RunningTurn): TurnEntry => ({
  kind: 'incomplete',
  taskId: running.task_id,
  agent: running.agent,
  round: running.round,
  speakerIndex: running.speaker_index,
  startedAt: running.started_at,
  turn: { ...running, text: '', reason: PROCESS_ENDED, at: running.started_at },
});

const runningEntry = (running: RunningTurn, isPaused: boolean): TurnEntry => ({
  kind: 'running',
  taskId: running.task_id,
  agent: running.agent,
  node: running.node,
  round: running.round,
  speakerIndex: running.speaker_index,
  startedAt: running.started_at,
  running,
  waits: isPaused && running.call === null,
});

const contentRows = ({ stage, entries, notices }: StageContent, arrangement: Arrangement): readonly Row[] => {
  const ordered = [...entries].sort((a, b) => a.speakerIndex - b.speakerIndex || a.startedAt - b.startedAt);
  const isAbreast = (entry: TurnEntry) =>
    arrangement === 'lanes' ||
    (stage.order === 'parallel' && stage.speakers.length > 1 && stage.speakers.includes(entry.agent));
  const abreast = ordered.filter(isAbreast);
  const alone = ordered.filter((entry) => !isAbreast(entry));
  const rows: Row[] = [];
  if (abreast.length > 0) rows.push({ kind: 'abreast', key: `abreast-${stage.seq}`, entries: abreast });
  rows.push(...weave(alone, notices));
  return rows;
};

/** A notice stands behind every turn that had begun before it, so that it pushes no running text down. */
const weave = (entries: readonly TurnEntry[], notices: readonly Notice[]): readonly Row[] => {
  const rows: Row[] = [];
  let told = 0;
  const tellUntil = (at: number) => {
    for (let next = notices[told]; next !== undefined && next.at <= at; next = notices[told]) {
      rows.push(noticeRow(next));
      told += 1;
    }
  };
  for (const entry of entries) {
    tellUntil(entry.startedAt);
    rows.push(turnRow(entry));
  }
  tellUntil(Number.POSITIVE_INFINITY);
  return rows;
};

/** A result stands right behind its ballots; a synthesis of the same round comes after it. */
const withTallies = (rows: readonly Row[], tallies: readonly Row[]): readonly Row[] => {
  if (tallies.length === 0) return rows;
  const last = rows.findLastIndex(holdsBallot);
  const place = last < 0 ? rows.length : last + 1;
  return [...rows.slice(0, place), ...tallies, ...rows.slice(place)];
};

const holdsBallot = (row: Row): boolean => {
  const entries = row.kind === 'turn' ? [row.entry] : row.kind === 'abreast' ? row.entries : [];
  return entries.some((entry) => {
    const kind = kindOf(entry);
    return kind === 'vote' || kind === 'selection';
  });
};

/** What a turn is for, in whichever state it is. */
export const kindOf = (entry: TurnEntry): TurnKind => {
  if (entry.kind === 'finished') return entry.header.kind;
  return entry.kind === 'running' ? entry.running.kind : entry.turn.kind;
};

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};
