import { createContext, useContext } from 'react';
import type { SessionSnapshot } from '../../../core/contract/index.ts';
import type { AgentLook, Arrangement, Row, SessionFeed, TurnPlace } from '../../state/index.ts';

/** Whether a selected turn is brought into view, and gets the focus too. */
export type Reveal = 'no' | 'into-view' | 'and-focus';

/** What every turn of a transcript needs; the same object from event to event, so that drawn rows stay as they are. */
interface SessionBasics {
  readonly id: string;
  readonly feed: SessionFeed;
  readonly looks: ReadonlyMap<string, AgentLook>;
  readonly pins: readonly string[];
  readonly togglePin: (key: string) => void;
  /** What a node of a task graph is called; absent in other modes. */
  readonly nodeTitle?: (node: string) => string;
}

/** What the other parts of the screen share; a new object with every event. */
interface SessionState {
  readonly view: SessionSnapshot;
  readonly rows: readonly Row[];
  readonly places: readonly TurnPlace[];
  readonly arrangement: Arrangement;
  readonly selected: TurnPlace | undefined;
  /** Selects a turn; `reveal` brings it into view. */
  readonly select: (key: string | null, reveal?: Reveal) => void;
}

const BasicsContext = createContext<SessionBasics | null>(null);
const StateContext = createContext<SessionState | null>(null);

export const SessionBasicsProvider = BasicsContext;
export const SessionStateProvider = StateContext;

const inside = <T,>(value: T | null): T => {
  if (value === null) throw new Error('a part of the session screen stands outside of it');
  return value;
};

export const useSessionBasics = (): SessionBasics => inside(useContext(BasicsContext));

export const useSession = (): SessionState & SessionBasics => ({
  ...inside(useContext(BasicsContext)),
  ...inside(useContext(StateContext)),
});

export type SessionContextValue = ReturnType<typeof useSession>;

export const lookOf = (looks: ReadonlyMap<string, AgentLook>, name: string): AgentLook =>
  looks.get(name) ?? { colour: 0, initials: '?', name };
