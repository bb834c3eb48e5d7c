import type { RunTree } from '../../../state/index.ts';

/** What a reader has opened and folded by hand. */
export interface GroupWishes {
  readonly opened: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}

export const noWishes: GroupWishes = { opened: new Set(), folded: new Set() };

/** The work of a plan is what one wants to see; items of a list and rounds are opened when they are asked for. */
export const openGroups = ({ children, byId }: RunTree, { opened, folded }: GroupWishes): readonly string[] =>
  [...children.keys()].filter(
    (id) => opened.has(id) || (byId.get(id)?.kind === 'delegate' && !folded.has(id)),
  );

export const toggleGroup = ({ opened, folded }: GroupWishes, id: string, isOpen: boolean): GroupWishes => ({
  opened: isOpen ? without(opened, id) : new Set([...opened, id]),
  folded: isOpen ? new Set([...folded, id]) : without(folded, id),
});

const without = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  new Set([...ids].filter((one) => one !== id));
