import {
  Bot,
  Boxes,
  CircleCheckBig,
  Frame,
  Layers,
  type LucideIcon,
  Merge,
  MessagesSquare,
  Network,
  Repeat,
  Split,
  StickyNote,
  Wrench,
} from 'lucide-react';
import type { NodeKind } from '../../../core/contract/index.ts';

interface KindWords {
  readonly word: string;
  readonly says: string;
  readonly icon: LucideIcon;
}

/** What each kind of node is called and shown with, in the editor and in a run. */
export const kindWords: Record<NodeKind, KindWords> = {
  task: { word: 'Agent task', says: 'One agent answers one prompt.', icon: Bot },
  session: { word: 'Session', says: 'A whole debate or vote, and what it came to.', icon: MessagesSquare },
  condition: { word: 'Condition', says: 'Goes one of two ways, without a model.', icon: Split },
  map: { word: 'Map', says: 'Does the same for each item of a list.', icon: Layers },
  reduce: { word: 'Reduce', says: 'Makes one text of a list.', icon: Merge },
  loop: { word: 'Loop', says: 'Repeats until a test is met, so many times at most.', icon: Repeat },
  approval: { word: 'Approval', says: 'A person says yes or no.', icon: CircleCheckBig },
  tool: { word: 'Tool call', says: 'Calls a tool.', icon: Wrench },
  delegate: { word: 'Delegate', says: 'A planner divides a goal, specialists do it.', icon: Network },
  subgraph: { word: 'Subgraph', says: 'Another graph of this file in its place.', icon: Boxes },
  note: { word: 'Note', says: 'For readers; never runs.', icon: StickyNote },
  frame: { word: 'Frame', says: 'Holds nodes together; never runs.', icon: Frame },
};

/** Notes and frames are for the reader. */
export const isDrawnOnly = (kind: NodeKind): boolean => kind === 'note' || kind === 'frame';
